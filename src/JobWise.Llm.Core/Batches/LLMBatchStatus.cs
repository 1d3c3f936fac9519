using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>How far a batch is. Any string is valid: a status that this version does not know passes through unchanged and counts as not ended.</summary>
[JsonConverter(typeof(LLMBatchStatusJsonConverter))]
public readonly record struct LLMBatchStatus
{
    private readonly string? _value;

    /// <summary>Takes a status as it stands on the wire.</summary>
    /// <param name="value">Not empty; compared without regard to case.</param>
    public LLMBatchStatus(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The provider looks whether it can take the batch.</summary>
    public static LLMBatchStatus Validating { get; } = new("validating");

    /// <summary>Items are being answered.</summary>
    public static LLMBatchStatus InProgress { get; } = new("in_progress");

    /// <summary>All items are done and the results are being gathered.</summary>
    public static LLMBatchStatus Finalizing { get; } = new("finalizing");

    /// <summary>Ended: every item has a result, be it an error.</summary>
    public static LLMBatchStatus Completed { get; } = new("completed");

    /// <summary>Ended: the provider refused the batch as a whole; see <see cref="LLMBatch.Problems"/>.</summary>
    public static LLMBatchStatus Failed { get; } = new("failed");

    /// <summary>Ended: the completion window is over; what was finished has results.</summary>
    public static LLMBatchStatus Expired { get; } = new("expired");

    /// <summary>A cancellation was asked for and takes some minutes.</summary>
    public static LLMBatchStatus Cancelling { get; } = new("cancelling");

    /// <summary>Ended: what was finished before the cancellation has results.</summary>
    public static LLMBatchStatus Cancelled { get; } = new("cancelled");

    /// <summary>The status as it stands on the wire; a default instance is <c>unknown</c>.</summary>
    public string Value => _value ?? "unknown";

    /// <summary>Whether nothing more will happen: completed, failed, expired or cancelled.</summary>
    public bool IsEnded => this == Completed || this == Failed || this == Expired || this == Cancelled;

    /// <summary>Compares without regard to case.</summary>
    /// <param name="other">The status to compare with.</param>
    public bool Equals(LLMBatchStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
