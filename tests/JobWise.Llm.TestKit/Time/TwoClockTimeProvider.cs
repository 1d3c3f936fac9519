namespace JobWise.Llm.TestKit;

/// <summary>
/// Virtual time with two clocks, as a real machine has: a monotonic one that timers and elapsed times follow, and a wall clock that an
/// operator may set. <see cref="Advance"/> moves both; <see cref="StepWallClock"/> moves the wall clock alone and must change no wait.
/// </summary>
public sealed class TwoClockTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly List<TimerWaiter> _waiters = [];
    private TimeSpan _monotonic = TimeSpan.FromDays(1);
    private DateTimeOffset _wall;

    public TwoClockTimeProvider(DateTimeOffset? start = null) =>
        _wall = start ?? new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The due times of all timers that have not fired, from now, soonest first.</summary>
    public IReadOnlyList<TimeSpan> PendingTimers
    {
        get
        {
            lock (_lock)
            {
                return [.. _timers.Where(timer => timer.IsArmed).Select(timer => timer.DueAt - _monotonic).Order()];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _wall;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _monotonic.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves both clocks and fires, in order and on this thread, every timer that falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan target;
        lock (_lock)
        {
            target = _monotonic + by;
        }

        while (TakeNextDue(target) is { } due)
        {
            due.Fire();
        }

        lock (_lock)
        {
            MoveTo_NeedsLock(target);
        }
    }

    /// <summary>Sets the wall clock forwards or back; elapsed times and timers do not notice.</summary>
    public void StepWallClock(TimeSpan by)
    {
        lock (_lock)
        {
            _wall += by;
        }
    }

    /// <summary>Completes once a timer is armed that is due in exactly this time from the moment of arming, so that a test need not sleep.</summary>
    public Task WaitForTimerAsync(TimeSpan dueIn) => WaitForTimerAsync(due => due == dueIn);

    /// <summary>Completes once a timer is armed whose due time fits; gives that due time.</summary>
    public Task<TimeSpan> WaitForTimerAsync(Func<TimeSpan, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        lock (_lock)
        {
            foreach (var timer in _timers.Where(timer => timer.IsArmed && fits(timer.DueAt - _monotonic)))
            {
                return Task.FromResult(timer.DueAt - _monotonic);
            }

            var waiter = new TimerWaiter(fits);
            _waiters.Add(waiter);
            return waiter.Armed;
        }
    }

    internal void Arm(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        List<TimerWaiter> met = [];
        lock (_lock)
        {
            timer.Arm_NeedsLock(dueTime < TimeSpan.Zero ? null : _monotonic + dueTime, period);
            met.AddRange(_waiters.Where(waiter => timer.IsArmed && waiter.Fits(dueTime)));
            _waiters.RemoveAll(met.Contains);
        }

        met.ForEach(waiter => waiter.Complete(dueTime));
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private VirtualTimer? TakeNextDue(TimeSpan target)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.IsArmed && timer.DueAt <= target).MinBy(timer => timer.DueAt);
            if (next is not null)
            {
                MoveTo_NeedsLock(next.DueAt);
                next.Rearm_NeedsLock();
            }

            return next;
        }
    }

    private void MoveTo_NeedsLock(TimeSpan target)
    {
        if (target > _monotonic)
        {
            _wall += target - _monotonic;
            _monotonic = target;
        }
    }
}
