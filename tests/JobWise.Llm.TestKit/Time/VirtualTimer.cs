namespace JobWise.Llm.TestKit;

/// <summary>A timer of <see cref="TwoClockTimeProvider"/>; fires on the thread that advances the clock.</summary>
internal sealed class VirtualTimer(TwoClockTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private TimeSpan? _dueAt;

    public bool IsArmed => _dueAt is not null;

    public TimeSpan DueAt => _dueAt ?? TimeSpan.MaxValue;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Arm(this, dueTime, period);
        return true;
    }

    public void Arm_NeedsLock(TimeSpan? dueAt, TimeSpan period)
    {
        _dueAt = dueAt;
        _period = period;
    }

    public void Rearm_NeedsLock() => _dueAt = _period > TimeSpan.Zero ? _dueAt + _period : null;

    public void Fire() => callback(state);

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
