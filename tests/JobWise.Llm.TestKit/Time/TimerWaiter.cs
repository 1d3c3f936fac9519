namespace JobWise.Llm.TestKit;

/// <summary>Someone who waits until a timer with a certain due time is armed.</summary>
internal sealed class TimerWaiter(Func<TimeSpan, bool> fits)
{
    private readonly TaskCompletionSource<TimeSpan> _armed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TimeSpan> Armed => _armed.Task;

    public bool Fits(TimeSpan dueIn) => fits(dueIn);

    public void Complete(TimeSpan dueIn) => _armed.TrySetResult(dueIn);
}
