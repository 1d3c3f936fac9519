using System.Text;

namespace JobWise.Llm;

/// <summary>How an attempt ended, and what it used. Holds no text of an answer or of a provider's message.</summary>
public sealed record LLMUsageOutcome
{
    /// <summary>The attempt.</summary>
    public required LLMUsageIntent Intent { get; init; }

    /// <summary>Any but <see cref="LLMUsageStatus.Pending"/> and <see cref="LLMUsageStatus.Unknown"/>, which are no outcome.</summary>
    public required LLMUsageStatus Status { get; init; }

    /// <summary>The model that answered; null where none did.</summary>
    public string? Model { get; init; }

    /// <summary>The tokens used; null where nobody said.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>What it cost; null counts as unknown.</summary>
    public LLMCost? Cost { get; init; }

    /// <summary>The entry of the price book that was used, such as <c>groq/openai/gpt-oss-20b from 2026-08-01</c>; null where the cost is not from the book.</summary>
    public string? PriceEntry { get; init; }

    /// <summary>What an answer from the cache would have cost; null for others, and where the price is not known.</summary>
    public decimal? SavedUsd { get; init; }

    /// <summary>The provider's word for the error, else the kind of exception; null for an answer.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The HTTP status of a failure, where one came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The provider's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>From sending to the end, on the monotonic clock; the wait for the ledger is not part of it.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>From sending to the first content of a stream; null where there was none.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Intent = ").Append(Intent)
            .Append(", Status = ").Append(Status)
            .Append(", Usage = ").Append(Usage)
            .Append(", CostUsd = ").Append(Cost?.Usd)
            .Append(", ErrorCode = ").Append(ErrorCode);
        return true;
    }
}
