namespace JobWise.Llm.Proofs.Faults.Children;

/// <summary>Samples the resident memory of this process every 20 ms while a call runs.</summary>
internal static class MemoryMeter
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<ChildReport> MeasureAsync(Func<Task<ChildReport>> call)
    {
        GC.Collect();
        var before = Environment.WorkingSet;
        var highest = before;
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
        return report with { GrowthBytes = Math.Max(highest, Environment.WorkingSet) - before };
    }
}
