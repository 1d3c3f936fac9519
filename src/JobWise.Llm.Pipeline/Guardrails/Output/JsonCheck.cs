using System.Buffers;
using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>Whether an answer is the JSON object that was asked for, all of it and nothing else.</summary>
internal static class JsonCheck
{
    private const int DeepestNesting = 512;

    /// <summary>What <see cref="LLMCallOptions.Accept"/> asks, so that no cache keeps an answer that will be rejected.</summary>
    public static Func<LLMResponse, bool> Accepts { get; } = response => !IsFinished(response) || IsObject(response.Text.AsSpan().Trim());

    /// <summary>Whether the call asks for JSON and nobody else judges its answer.</summary>
    public static bool IsAsked(LLMRequest request) =>
        request.ResponseFormat is { Kind: LLMResponseFormatKind.JsonObject or LLMResponseFormatKind.JsonSchema } && request.Call.Accept is null;

    /// <summary>A cut answer, a refusal and tool calls are not JSON for a reason that the finish reason tells.</summary>
    public static bool IsFinished(LLMResponse response) => response.FinishReason == LLMFinishReason.Stop;

    public static bool IsObject(ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return IsObject(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static bool IsObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
