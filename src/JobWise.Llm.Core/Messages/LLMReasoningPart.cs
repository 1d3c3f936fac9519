using System.Text;
using System.Text.Json;

namespace JobWise.Llm;

/// <summary>What the model thought before it answered. Append the message unchanged to the next request: some providers check the blob.</summary>
public sealed record LLMReasoningPart : LLMContentPart
{
    /// <summary>The readable part; empty where the provider hides it.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The provider's own form of this part, sent back as it came; null where there is none.</summary>
    public JsonElement? ProviderBlob { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("TextLength = ").Append(Text.Length);
        return true;
    }
}
