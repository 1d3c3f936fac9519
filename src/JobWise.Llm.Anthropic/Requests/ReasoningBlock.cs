using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Knows the reasoning that came from this API, which goes back as it came: its signature covers it.</summary>
internal static class ReasoningBlock
{
    /// <summary>Whether the part is this API's own; another vendor's reasoning has no signature and is refused.</summary>
    public static bool IsOwn(LLMReasoningPart part) =>
        part.ProviderBlob is { ValueKind: JsonValueKind.Object } blob
        && blob.TryGetProperty("type"u8, out var type)
        && type.ValueKind == JsonValueKind.String
        && (type.ValueEquals("thinking"u8) || type.ValueEquals("redacted_thinking"u8));
}
