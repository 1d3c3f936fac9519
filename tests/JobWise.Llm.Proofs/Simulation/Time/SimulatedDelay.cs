namespace JobWise.Llm.Proofs.Simulation.Time;

/// <summary>
/// A wait that ends inside the timer or the cancellation that ends it. <c>Task.Delay</c> goes to the thread pool when it is cancelled, which
/// would leave the simulation.
/// </summary>
internal static class SimulatedDelay
{
    public static async Task WaitAsync(this SimulatedClock clock, TimeSpan time, CancellationToken cancellationToken = default)
    {
        var end = new TaskCompletionSource();
        await using var registration = cancellationToken.UnsafeRegister(static (end, token) => ((TaskCompletionSource)end!).TrySetCanceled(token), end);
        await using var timer = clock.CreateTimer(static end => ((TaskCompletionSource)end!).TrySetResult(), end, time, Timeout.InfiniteTimeSpan);
        await end.Task;
    }
}
