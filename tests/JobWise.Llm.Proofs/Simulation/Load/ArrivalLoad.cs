using JobWise.Llm.Proofs.Simulation.Calls;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Load;

/// <summary>Calls that arrive evenly, whether or not earlier ones have ended: the users of a service do not wait for each other.</summary>
internal sealed record ArrivalLoad
{
    public required CallShape Shape { get; init; }

    public required double CallsPerSecond { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Ends when the last call has ended.</summary>
    public async Task RunAsync(SimulatedWorld world, ILLMService service)
    {
        var caller = new SimulatedCaller(service, world.Log, world.Clock);
        var gap = TimeSpan.FromSeconds(1 / CallsPerSecond);
        var calls = new List<Task>();
        for (var number = 0; world.Clock.Elapsed < Duration; number++)
        {
            calls.Add(caller.CallAsync(Shape.PlanOf(world.Seed, worker: 0, number, priority: 0)));
            await world.Clock.WaitAsync(gap);
        }

        await Task.WhenAll(calls);
    }
}
