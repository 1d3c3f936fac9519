using System.Text;

namespace JobWise.Llm;

/// <summary>Plain text.</summary>
public sealed record LLMTextPart : LLMContentPart
{
    /// <summary>The text; from a model it is untrusted and unescaped.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("TextLength = ").Append(Text.Length);
        return true;
    }
}
