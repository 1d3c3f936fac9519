using System.Collections.Concurrent;

namespace JobWise.Llm.Proofs.Faults.Judging;

/// <summary>
/// Measures how late this process itself is: how long past its time a thread wakes, and how long a work item waits for the thread pool. A
/// deadline that is missed by no more than that is not the client's fault. Late wakings are added up, since a client that computes is held up
/// by each of them; of the work items the slowest counts.
/// </summary>
internal sealed class LagProbe : ILagProbe, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly ConcurrentQueue<(long At, TimeSpan Lag, bool IsWaking)> _samples = new();
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    public LagProbe()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "lag probe" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public TimeSpan Since(long timestamp)
    {
        var samples = _samples.Where(sample => sample.At >= timestamp).ToLookup(sample => sample.IsWaking, sample => sample.Lag);
        var wakings = samples[true].Aggregate(TimeSpan.Zero, (sum, lag) => sum + lag);
        var slowest = samples[false].DefaultIfEmpty().Max();
        return wakings > slowest ? wakings : slowest;
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            var start = TimeProvider.System.GetTimestamp();
            if (_stop.Wait(Pause))
            {
                return;
            }

            Note(TimeProvider.System.GetElapsedTime(start) - Pause, isWaking: true);
            var queued = TimeProvider.System.GetTimestamp();
            ThreadPool.QueueUserWorkItem(_ => Note(TimeProvider.System.GetElapsedTime(queued), isWaking: false));
        }
    }

    private void Note(TimeSpan lag, bool isWaking)
    {
        // A pause of a few milliseconds is every machine's, and would only fill the list.
        if (lag > TimeSpan.FromMilliseconds(5))
        {
            _samples.Enqueue((TimeProvider.System.GetTimestamp(), lag, isWaking));
        }
    }
}
