using System.Text;

namespace JobWise.Llm;

/// <summary>A reason for which the provider refused a batch as a whole.</summary>
public sealed record LLMBatchProblem
{
    /// <summary>The provider's own word, such as <c>invalid_json_line</c>; null where it gives none.</summary>
    public string? Code { get; init; }

    /// <summary>In the provider's words, without a key.</summary>
    public required string Message { get; init; }

    /// <summary>The place of the item concerned, from 1 in the order it was handed over; null when it is the batch itself.</summary>
    public int? Line { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Code = ").Append(Code).Append(", MessageLength = ").Append(Message.Length).Append(", Line = ").Append(Line);
        return true;
    }
}
