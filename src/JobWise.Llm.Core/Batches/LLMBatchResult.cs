using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace JobWise.Llm;

/// <summary>What became of one item of a batch: an answer or an error.</summary>
public sealed record LLMBatchResult
{
    /// <summary>As on the <see cref="LLMBatchItem"/>; one that nobody sent is passed on, and one that could not be read is empty.</summary>
    public required string CustomId { get; init; }

    /// <summary>The answer, with <see cref="LLMResponse.IsBatch"/> set; null when there is an <see cref="Error"/>.</summary>
    public LLMResponse? Response { get; init; }

    /// <summary>What a single call would have thrown; null when there is a <see cref="Response"/>.</summary>
    public LLMServiceException? Error { get; init; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Response))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Response is not null;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("CustomId = ").Append(CustomId)
            .Append(", Response = ").Append(Response)
            .Append(", Error = ").Append(Error?.GetType().Name);
        return true;
    }
}
