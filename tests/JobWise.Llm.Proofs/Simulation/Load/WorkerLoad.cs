using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Load;

/// <summary>
/// Workers that do job after job without a pause until the time is over. The later calls of a job have priority 1, since a job that has begun
/// goes before a new one. A job ends at its first lost call.
/// </summary>
internal sealed record WorkerLoad
{
    /// <summary>A worker whose job was lost tries the next after this, as no loop of a real program turns without any time passing.</summary>
    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromSeconds(1);

    public required int Workers { get; init; }

    public required CallShape Shape { get; init; }

    public required TimeSpan Duration { get; init; }

    public int CallsPerJob { get; init; } = 1;

    /// <summary>Ends when the last job that was begun in time has ended.</summary>
    public async Task<IReadOnlyList<Job>> RunAsync(SimulatedWorld world, ILLMService service)
    {
        var jobs = new List<Job>();
        var caller = new SimulatedCaller(service, world.Log, world.Clock);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(world, caller, worker, jobs)).ToList());
        return jobs;
    }

    private async Task WorkAsync(SimulatedWorld world, SimulatedCaller caller, int worker, List<Job> jobs)
    {
        for (var number = 0; world.Clock.Elapsed < Duration; number++)
        {
            var startedAt = world.Clock.Elapsed;
            var isWhole = await DoAsync(world.Seed, caller, worker, number);
            jobs.Add(new Job(worker, startedAt, world.Clock.Elapsed, isWhole));
            if (!isWhole)
            {
                await world.Clock.WaitAsync(PauseAfterLoss);
            }
        }
    }

    private async Task<bool> DoAsync(int seed, SimulatedCaller caller, int worker, int number)
    {
        for (var call = 0; call < CallsPerJob; call++)
        {
            if (!await caller.CallAsync(Shape.PlanOf(seed, worker, (number * CallsPerJob) + call, Math.Min(call, 1))))
            {
                return false;
            }
        }

        return true;
    }
}
