using System.Collections.Concurrent;

namespace JobWise.Llm.Proofs.Ledger.Children;

/// <summary>The control: acknowledges at once and writes four times a second, as many a meter does.</summary>
internal sealed class BufferedLedger : ILLMUsageLedger
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentQueue<Func<Task>> _buffer = new();

    public BufferedLedger(ILLMUsageLedger ledger)
    {
        Ledger = ledger;
        _ = Task.Run(WriteAsync);
    }

    private ILLMUsageLedger Ledger { get; }

    public ValueTask RecordIntentAsync(LLMUsageIntent intent, CancellationToken cancellationToken = default) =>
        BufferAsync(() => Ledger.RecordIntentAsync(intent, CancellationToken.None).AsTask());

    public ValueTask RecordOutcomeAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken = default) =>
        BufferAsync(() => Ledger.RecordOutcomeAsync(outcome, CancellationToken.None).AsTask());

    // A moment, as a real call has between its records: the control shows what is lost, not how fast one loses.
    private async ValueTask BufferAsync(Func<Task> write)
    {
        _buffer.Enqueue(write);
        await Task.Delay(TimeSpan.FromMilliseconds(1));
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            await Task.Delay(Interval);
            var writes = new List<Task>();
            while (_buffer.TryDequeue(out var write))
            {
                writes.Add(write());
            }

            await Task.WhenAll(writes);
        }
    }
}
