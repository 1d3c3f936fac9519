namespace JobWise.Llm.Proofs.Simulation.Time;

/// <summary>
/// Virtual time for hundreds of thousands of timers, on one thread: a monotonic clock that timers follow, and a wall clock that can be set.
/// Whoever touches it from another thread has left the simulation, and the run fails.
/// </summary>
internal sealed class SimulatedClock : TimeProvider
{
    /// <summary>Above zero, so that nobody mistakes the beginning for "never".</summary>
    private static readonly TimeSpan Start = TimeSpan.FromDays(1);

    /// <summary>That many timers at one instant are a loop that waits for time to pass.</summary>
    private const int MostAtOneInstant = 1_000_000;

    private readonly PriorityQueue<(SimulatedTimer Timer, int Version), (TimeSpan DueAt, long Order)> _due = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly DateTimeOffset _wallStart = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private TimeSpan _wallSteps;
    private TimeSpan _now = Start;
    private long _order;
    private int _atThisInstant;
    private volatile string? _violation;

    /// <summary>How long the simulation has been running.</summary>
    public TimeSpan Elapsed => _now - Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp()
    {
        CheckThread();
        return _now.Ticks;
    }

    public override DateTimeOffset GetUtcNow() => _wallStart + Elapsed + _wallSteps;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        CheckThread();
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the wall clock forwards or back; no wait may notice.</summary>
    public void StepWallClock(TimeSpan by) => _wallSteps += by;

    /// <summary>Goes to the next due timer and fires it; everything that it sets off has happened when this returns.</summary>
    /// <returns>False when no timer is left.</returns>
    public bool FireNext()
    {
        while (_due.TryDequeue(out var next, out var priority))
        {
            if (next.Timer.IsCurrent(next.Version))
            {
                MoveTo(priority.DueAt);
                next.Timer.Fire();
                return _violation is null ? true : throw new InvalidOperationException(_violation);
            }
        }

        return false;
    }

    /// <exception cref="InvalidOperationException">The caller runs on another thread than the simulation.</exception>
    public void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            _violation = $"Code of the simulation ran on another thread at {Elapsed}: {Environment.StackTrace}";
            throw new InvalidOperationException(_violation);
        }
    }

    internal void Schedule(SimulatedTimer timer, int version, TimeSpan dueTime)
    {
        CheckThread();
        _due.Enqueue((timer, version), (_now + dueTime, _order++));
    }

    private void MoveTo(TimeSpan dueAt)
    {
        _atThisInstant = dueAt > _now ? 0 : _atThisInstant + 1;
        _now = dueAt > _now ? dueAt : _now;
        if (_atThisInstant > MostAtOneInstant)
        {
            throw new InvalidOperationException($"The simulation stands still at {Elapsed}: {MostAtOneInstant} timers fired without time passing.");
        }
    }
}
