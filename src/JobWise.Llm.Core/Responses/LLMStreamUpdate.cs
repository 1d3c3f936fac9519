using System.Text;

namespace JobWise.Llm;

/// <summary>
/// One piece of a streamed answer. Exactly one of its properties is set, the one that <see cref="Kind"/> names, so that printing
/// <see cref="Text"/> of every update prints the answer and nothing else.
/// </summary>
public sealed record LLMStreamUpdate
{
    private readonly object _content;

    private LLMStreamUpdate(LLMStreamUpdateKind kind, object content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Kind = kind;
        _content = content;
    }

    /// <summary>Which property is set.</summary>
    public LLMStreamUpdateKind Kind { get; }

    /// <summary>The next characters of the answer, else null.</summary>
    public string? Text => Kind == LLMStreamUpdateKind.Text ? (string)_content : null;

    /// <summary>The next characters of the reasoning, else null.</summary>
    public string? Reasoning => Kind == LLMStreamUpdateKind.Reasoning ? (string)_content : null;

    /// <summary>A piece of a tool call, else null.</summary>
    public LLMToolCallDelta? ToolCall => _content as LLMToolCallDelta;

    /// <summary>The token count so far, else null. The last one counts; they are never summed.</summary>
    public LLMUsage? Usage => _content as LLMUsage;

    /// <summary>The provider's limits, else null.</summary>
    public LLMRateLimitSnapshot? RateLimits => _content as LLMRateLimitSnapshot;

    /// <summary>The complete response in the last update, else null.</summary>
    public LLMResponse? Response => _content as LLMResponse;

    /// <summary>A piece of the answer.</summary>
    /// <param name="text">May be empty.</param>
    public static LLMStreamUpdate ForText(string text) => new(LLMStreamUpdateKind.Text, text);

    /// <summary>A piece of the reasoning.</summary>
    /// <param name="text">May be empty.</param>
    public static LLMStreamUpdate ForReasoning(string text) => new(LLMStreamUpdateKind.Reasoning, text);

    /// <summary>A piece of a tool call.</summary>
    /// <param name="delta">The piece.</param>
    public static LLMStreamUpdate ForToolCall(LLMToolCallDelta delta) => new(LLMStreamUpdateKind.ToolCall, delta);

    /// <summary>The token count so far.</summary>
    /// <param name="usage">Cumulative.</param>
    public static LLMStreamUpdate ForUsage(LLMUsage usage) => new(LLMStreamUpdateKind.Usage, usage);

    /// <summary>The provider's limits.</summary>
    /// <param name="rateLimits">From the response headers.</param>
    public static LLMStreamUpdate ForRateLimits(LLMRateLimitSnapshot rateLimits) => new(LLMStreamUpdateKind.RateLimits, rateLimits);

    /// <summary>The last update of a stream.</summary>
    /// <param name="response">Complete, with all text.</param>
    public static LLMStreamUpdate ForCompleted(LLMResponse response) => new(LLMStreamUpdateKind.Completed, response);

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Kind = ").Append(Kind);
        _ = _content is string text ? builder.Append(", Length = ").Append(text.Length) : builder.Append(", Content = ").Append(_content);
        return true;
    }
}
