using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>
/// What a mock says to one call, and how: at once or after a wait, whole or in pieces, to the end or not. A string, a
/// <see cref="LLMResponse"/>, a <see cref="MockFault"/> and a <see cref="LLMServiceException"/> convert to it.
/// </summary>
public sealed record MockAnswer
{
    /// <summary>What a mock says that was told nothing.</summary>
    public const string DefaultText = "Mock LLM response";

    /// <summary>The text; null says <see cref="DefaultText"/>, or nothing beside tool calls or chunks.</summary>
    public string? Text { get; init; }

    /// <summary>The reasoning before the text; null is none.</summary>
    public string? Reasoning { get; init; }

    /// <summary>The tools the model asks for.</summary>
    public IReadOnlyList<LLMToolCallPart> ToolCalls { get; init; } = [];

    /// <summary>Why the model stopped; null is <c>tool_calls</c> where there are some, else <c>stop</c>.</summary>
    public LLMFinishReason? FinishReason { get; init; }

    /// <summary>The tokens; null estimates one for each four characters of the conversation and of the answer, and marks them as estimated.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>The model that answers; null is the request's, else the mock's default.</summary>
    public string? Model { get; init; }

    /// <summary>The wait before the answer; null is the mock's.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The pieces the text is streamed in, which together are the text; null streams <see cref="Text"/> word by word.</summary>
    public IReadOnlyList<string>? Chunks { get; init; }

    /// <summary>The wait before each piece after the first; null is the mock's.</summary>
    public TimeSpan? ChunkDelay { get; init; }

    /// <summary>What goes wrong; null is nothing.</summary>
    public MockFault? Fault { get; init; }

    /// <summary>A response to give exactly as it is, its times and usage included; null builds one from the other properties.</summary>
    public LLMResponse? Response { get; init; }

    /// <summary>A text.</summary>
    /// <param name="text">May be empty.</param>
    public static implicit operator MockAnswer(string text) => FromText(text);

    /// <summary>A response to give exactly as it is.</summary>
    /// <param name="response">Streamed word by word when the call is a stream.</param>
    public static implicit operator MockAnswer(LLMResponse response) => FromResponse(response);

    /// <summary>A failure.</summary>
    /// <param name="fault">With <see cref="DefaultText"/> as what a stream brings before it.</param>
    public static implicit operator MockAnswer(MockFault fault) => FromFault(fault);

    /// <summary>A failure.</summary>
    /// <param name="error">Thrown as it is.</param>
    public static implicit operator MockAnswer(LLMServiceException error) => FromFault(MockFault.FromException(error));

    /// <summary>A text.</summary>
    /// <param name="text">May be empty.</param>
    public static MockAnswer FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new() { Text = text };
    }

    /// <summary>A response to give exactly as it is.</summary>
    /// <param name="response">Streamed word by word when the call is a stream.</param>
    public static MockAnswer FromResponse(LLMResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new() { Response = response };
    }

    /// <summary>A failure.</summary>
    /// <param name="fault">With <see cref="DefaultText"/> as what a stream brings before it.</param>
    public static MockAnswer FromFault(MockFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new() { Fault = fault };
    }

    /// <summary>A text that is streamed in these pieces, and comes whole otherwise.</summary>
    /// <param name="chunks">Blanks included: they are joined as they are.</param>
    public static MockAnswer InChunks(params IReadOnlyList<string> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return new() { Chunks = chunks };
    }

    /// <summary>A value as JSON.</summary>
    /// <typeparam name="TValue">Inferred.</typeparam>
    /// <param name="value">Written now, so that a later change to it has no effect.</param>
    /// <param name="typeInfo">From a source-generated context.</param>
    public static MockAnswer Json<TValue>(TValue value, JsonTypeInfo<TValue> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return new() { Text = JsonSerializer.Serialize(value, typeInfo) };
    }

    /// <summary>A call to one tool, without text.</summary>
    /// <param name="name">The tool's name.</param>
    /// <param name="arguments">A JSON object, or on purpose something else.</param>
    /// <param name="id">The id that the tool's result must repeat.</param>
    public static MockAnswer ToolCall(string name, string arguments = "{}", string id = "call_1") =>
        new() { ToolCalls = [new LLMToolCallPart { Id = id, Name = name, Arguments = arguments }] };

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("TextLength = ").Append(AnswerText.Of(this).Length)
            .Append(", ToolCalls = ").Append(ToolCalls.Count)
            .Append(", Fault = ").Append(Fault?.Name);
        return true;
    }
}
