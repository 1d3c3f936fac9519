using System.Text;

namespace JobWise.Llm;

/// <summary>What a tool returned to the model.</summary>
public sealed record LLMToolResultPart : LLMContentPart
{
    /// <summary>The id of the call that this answers.</summary>
    public required string CallId { get; init; }

    /// <summary>The result, JSON or plain text.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("CallId = ").Append(CallId).Append(", TextLength = ").Append(Text.Length);
        return true;
    }
}
