namespace JobWise.Llm.Proofs.Faults.Children;

/// <summary>Samples the resident memory of this process every 20 ms while a call runs, against one mark for all calls.</summary>
internal sealed class MemoryMeter
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private long _mark = Environment.WorkingSet;

    /// <summary>Makes an ordinary call and sets the mark to what such a call needs, the collector's own room included.</summary>
    public async Task<ChildReport> ReadyAsync(Func<Task<ChildReport>> call)
    {
        var report = await call();
        _mark = Environment.WorkingSet;
        return report;
    }

    public async Task<ChildReport> MeasureAsync(Func<Task<ChildReport>> call)
    {
        Collect();
        var highest = Environment.WorkingSet;
        using var stop = new ManualResetEventSlim();
        var sampler = new Thread(() =>
        {
            do
            {
                highest = Math.Max(highest, Environment.WorkingSet);
            }
            while (!stop.Wait(Pause));
        });
        sampler.Start();
        var report = await call();
        stop.Set();
        sampler.Join();
        return report with { GrowthBytes = Math.Max(highest, Environment.WorkingSet) - _mark };
    }

    // What an earlier call let go of must not count as kept: pages of free memory are given back too.
    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
