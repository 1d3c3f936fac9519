namespace JobWise.Llm.Proofs.Simulation.Time;

/// <summary>A timer of <see cref="SimulatedClock"/>. Each change gets a new version, which makes the entries of earlier ones void.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private int _version;

    public bool IsCurrent(int version) => version == _version;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        _version++;
        if (dueTime >= TimeSpan.Zero)
        {
            clock.Schedule(this, _version, dueTime);
        }

        return true;
    }

    public void Fire()
    {
        _version++;
        if (_period > TimeSpan.Zero)
        {
            clock.Schedule(this, _version, _period);
        }

        callback(state);
    }

    public void Dispose() => _version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
