namespace JobWise.Llm.Pipeline;

/// <summary>Where calls wait for a lane's limits, in order, with one timer for the first of them. Every member needs the limiter's lock.</summary>
internal sealed class WaitingRoom(RateLimiter limiter, LimitedLane lane, RateBuckets buckets, TimeProvider timeProvider) : IDisposable
{
    /// <summary>How much later than promised a call may be granted before it is given up: timers are late, and so is whoever was ahead.</summary>
    private const long Lateness = TimeSpan.TicksPerMillisecond * 100;

    private readonly WaitQueue _queue = new();
    private QueueForecast? _forecast;
    private ITimer? _timer;
    private long _timerDueAt;

    public bool IsEmpty => _queue.Head is null;

    public bool HasAheadOf(int priority) => _queue.HasAheadOf(priority);

    /// <summary>How long a call would wait if it came now, the queue ahead of it included.</summary>
    public RateWait WaitFor(in RateLimitAsk ask, long now) =>
        _queue.HasAheadOf(ask.Priority) ? (_forecast ??= new QueueForecast(buckets, _queue)).WaitFor(ask, now) : buckets.WaitFor(ask, now);

    /// <summary>To be called when the buckets have changed without a look at the queue.</summary>
    public void Forget() => _forecast?.Forget();

    public ValueTask<RateLimitReservation> Enter(RateLimitAsk ask, long now, long longestWait, CancellationToken cancellationToken)
    {
        var waiter = new RateLimitWaiter(limiter, ask, now + longestWait, cancellationToken);
        _queue.Add(waiter);
        if (_queue.Tail != waiter)
        {
            Forget();
        }

        if (_queue.Head == waiter)
        {
            Arm(now + buckets.WaitFor(ask, now).Ticks, now);
        }

        waiter.WatchCancellation();
        return waiter.Task;
    }

    /// <summary>Takes a waiter out; false when it is no longer in the queue.</summary>
    public bool Leave(RateLimitWaiter waiter, long now)
    {
        if (!waiter.IsQueued)
        {
            return false;
        }

        _queue.Remove(waiter);
        Pump(now);
        return true;
    }

    /// <summary>Looks at the queue anew after a change: grants what fits, fails what cannot wait so long, and sets the timer for the next.</summary>
    public void Pump(long now, bool isEarly = false)
    {
        Forget();
        while (_queue.Head is { } head)
        {
            var wait = buckets.WaitFor(head.Ask, now);
            if (!wait.IsNone && !wait.IsNever && now + wait.Ticks <= head.GiveUpAt + Lateness)
            {
                Arm(now + Math.Max(wait.Ticks, isEarly ? TimeSpan.TicksPerMillisecond : 0), now);
                return;
            }

            _queue.Remove(head);
            Wake(head, wait, now);
            isEarly = false;
        }

        Disarm();
    }

    public void OnTimer(long now)
    {
        // The system's timers cut a due time to whole milliseconds and so may be early; the rest is waited for in no less than one.
        var isEarly = _timerDueAt > now;
        _timerDueAt = 0;
        Pump(now, isEarly);
    }

    public void Dispose() => _timer?.Dispose();

    private void Wake(RateLimitWaiter waiter, RateWait wait, long now)
    {
        if (wait.IsNone)
        {
            waiter.Wake(limiter.Grant_NeedsLock(waiter.Ask, now), null, timeProvider);
        }
        else
        {
            var left = TimeSpan.FromTicks(waiter.GiveUpAt - now);
            waiter.Wake(null, wait.IsNever ? RateLimitRefusal.TooLarge(lane, waiter.Ask, wait) : RateLimitRefusal.TooLong(lane, waiter.Ask, wait, left), timeProvider);
        }
    }

    /// <summary>A timer that is due earlier may stay: it looks again.</summary>
    private void Arm(long dueAt, long now)
    {
        if (_timerDueAt > now && _timerDueAt <= dueAt)
        {
            return;
        }

        var dueIn = TimeSpan.FromTicks(Math.Min(dueAt - now, TimeSpan.TicksPerDay));
        _timerDueAt = now + dueIn.Ticks;
        if (_timer is null)
        {
            _timer = DetachedTimer.Create(timeProvider, static state => ((RateLimiter)state!).OnTimer(), limiter, dueIn);
        }
        else
        {
            _timer.Change(dueIn, Timeout.InfiniteTimeSpan);
        }
    }

    private void Disarm()
    {
        if (_timerDueAt != 0)
        {
            _timerDueAt = 0;
            _timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
