using System.Runtime.ExceptionServices;

namespace JobWise.Llm.Proofs.Simulation.Time;

/// <summary>
/// Runs a simulation on a thread of its own, without a synchronization context, so that every continuation runs inside the timer that sets
/// it off. That makes a run the same each time.
/// </summary>
internal static class SimulationThread
{
    /// <summary>A chain of calls that end in each other needs more than a thread usually has.</summary>
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>Plays until the task of <paramref name="body"/> has ended.</summary>
    /// <exception cref="InvalidOperationException">Something waits for what no timer will bring, or ran elsewhere.</exception>
    public static T Run<T>(Func<SimulatedClock, Task<T>> body)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = Play(body);
                }
                catch (Exception exception) // It is thrown again on the thread that asked.
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize)
        { IsBackground = true, Name = "simulation" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }

    private static T Play<T>(Func<SimulatedClock, Task<T>> body)
    {
        var clock = new SimulatedClock();
        var task = body(clock);
        while (!task.IsCompleted)
        {
            if (!clock.FireNext())
            {
                throw new InvalidOperationException(
                    $"The simulation is stuck at {clock.Elapsed}: no timer is left, and it has not ended. Something waits for another thread.");
            }
        }

        return task.GetAwaiter().GetResult();
    }
}
