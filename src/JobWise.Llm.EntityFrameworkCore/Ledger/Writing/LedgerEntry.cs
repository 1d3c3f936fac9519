namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>A row on its way into the store, and whoever waits for it.</summary>
internal sealed class LedgerEntry(UsageRow row)
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public UsageRow Row => row;

    /// <summary>Whether it is the first half of an attempt.</summary>
    public bool IsIntent => row.Status == (int)LLMUsageStatus.Pending;

    /// <summary>Whether the row was taken; false where the attempt had ended before. Set by the write.</summary>
    public bool IsNew { get; set; }

    /// <summary>Ends when the record would survive a crash, with <see cref="IsNew"/>.</summary>
    public Task<bool> Done => _done.Task;

    public void Acknowledge() => _done.TrySetResult(IsNew);

    public void Refuse(Exception error) => _done.TrySetException(error);
}
