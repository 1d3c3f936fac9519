namespace JobWise.Llm.Pipeline;

/// <summary>
/// The limits of one model at one account: grants requests as far as there is room in all of them, and lets the others wait in order. Every
/// decision is made under one lock and on the monotonic clock; one timer is set for the head of the queue.
/// </summary>
internal sealed class RateLimiter : IDisposable
{
    private const long Forever = long.MaxValue / 4;

    /// <summary>How much later than promised a call may be granted before it is given up: timers are late, and so is whoever was ahead.</summary>
    private const long Lateness = TimeSpan.TicksPerMillisecond * 100;

    private readonly Lock _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly LimitedLane _lane;
    private readonly long _start;
    private readonly LaneAccount _account = new();
    private readonly WaitQueue _queue = new();
    private readonly QueueForecast _forecast;
    private RateLimitVendor _vendor = new RateLimitSettings().Vendor;
    private ITimer? _timer;
    private long _timerDueAt;

    public RateLimiter(LimitedLane lane, TimeProvider timeProvider)
    {
        _lane = lane;
        _timeProvider = timeProvider;
        _start = timeProvider.GetTimestamp();
        _forecast = new QueueForecast(_account.Buckets, _queue);
    }

    /// <summary>How the vendor counts.</summary>
    public RateLimitVendor Vendor => Volatile.Read(ref _vendor);

    public RateLimitTotals Totals
    {
        get
        {
            lock (_lock)
            {
                return _account.Totals;
            }
        }
    }

    /// <summary>Takes over changed settings. What is in use, who waits and what was learned stay.</summary>
    public void Apply(RateLimitSettings settings)
    {
        lock (_lock)
        {
            var now = Now();
            Volatile.Write(ref _vendor, settings.Vendor);
            _account.Apply(settings, now);
            Pump_NeedsLock(now);
        }
    }

    /// <summary>The limit that holds now; null where none is known.</summary>
    public long? LimitOf(LLMRateLimitKind kind)
    {
        lock (_lock)
        {
            return _account.Buckets.Of(kind)?.Limit;
        }
    }

    /// <summary>What is in use of a limit now; null where none is known.</summary>
    public long? UsedOf(LLMRateLimitKind kind)
    {
        lock (_lock)
        {
            return _account.Buckets.Of(kind)?.Used(Now());
        }
    }

    /// <summary>How long a request would wait if it came now; null when it can never fit.</summary>
    public TimeSpan? WaitFor(in RateLimitAsk ask)
    {
        lock (_lock)
        {
            var wait = _forecast.WaitFor(ask, Now());
            return wait.IsNever ? null : TimeSpan.FromTicks(wait.Ticks);
        }
    }

    /// <summary>The largest output cap with which the request can ever fit; null when its own fits, or when the prompt leaves too little.</summary>
    public int? FitOutput(in RateLimitAsk ask)
    {
        lock (_lock)
        {
            return FittedOutput.Find(ask, _account.Buckets);
        }
    }

    /// <summary>Takes what a request needs, at once where there is room and nobody stands before it.</summary>
    /// <exception cref="LLMRateLimitException">The wait would be longer than <paramref name="longestWait"/>.</exception>
    /// <exception cref="LLMContextLengthException">No wait would help.</exception>
    public ValueTask<RateLimitReservation> ReserveAsync(RateLimitAsk ask, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<RateLimitReservation>(cancellationToken);
        }

        RateWait wait;
        var mostTicks = longestWait == Timeout.InfiniteTimeSpan ? Forever : Math.Min(longestWait.Ticks, Forever);
        lock (_lock)
        {
            var now = Now();
            wait = _forecast.WaitFor(ask, now);
            if (wait.IsNone && !_queue.HasAheadOf(ask.Priority))
            {
                return new ValueTask<RateLimitReservation>(Grant_NeedsLock(ask, now));
            }

            if (!wait.IsNever && wait.Ticks <= mostTicks)
            {
                return Enqueue_NeedsLock(ask, now, mostTicks, cancellationToken);
            }
        }

        return ValueTask.FromException<RateLimitReservation>(
            wait.IsNever ? RateLimitRefusal.TooLarge(_lane, ask, wait) : RateLimitRefusal.TooLong(_lane, ask, wait, longestWait));
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _timer?.Dispose();
        }
    }

    internal void Settle(RateLimitReservation reservation, LLMUsage? usage, LLMRateLimitSnapshot? headers)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Settle(reservation, usage, headers, now);
            Pump_NeedsLock(now);
        }
    }

    internal void Fail(RateLimitReservation reservation, LLMServiceException error)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Fail(reservation, error, now);
            Pump_NeedsLock(now);
        }
    }

    internal void Correct(RateLimitReservation reservation, LLMRateLimitSnapshot headers)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Correct(reservation, headers, now);
            Pump_NeedsLock(now);
        }
    }

    internal void Return(RateLimitReservation reservation)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Return(reservation, now);
            Pump_NeedsLock(now);
        }
    }

    /// <summary>Takes a waiter out of the queue; false when it is no longer in it.</summary>
    internal bool Leave(RateLimitWaiter waiter)
    {
        lock (_lock)
        {
            if (!waiter.IsQueued)
            {
                return false;
            }

            _queue.Remove(waiter);
            Pump_NeedsLock(Now());
            return true;
        }
    }

    private long Now() => _timeProvider.GetElapsedTime(_start).Ticks;

    private RateLimitReservation Grant_NeedsLock(in RateLimitAsk ask, long now)
    {
        _forecast.Forget();
        var levels = _account.Buckets.Levels();
        _account.Reserve(ask, now);
        return new RateLimitReservation(this, ask.PromptTokens, ask.OutputTokens, now, _account.Totals.Returned, levels);
    }

    private ValueTask<RateLimitReservation> Enqueue_NeedsLock(RateLimitAsk ask, long now, long longestWait, CancellationToken cancellationToken)
    {
        var waiter = new RateLimitWaiter(this, ask, now + longestWait, cancellationToken);
        _queue.Add(waiter);
        if (_queue.Tail != waiter)
        {
            _forecast.Forget();
        }

        if (_queue.Head == waiter)
        {
            Arm_NeedsLock(now + _account.Buckets.WaitFor(ask, now).Ticks, now);
        }

        waiter.WatchCancellation();
        return waiter.Task;
    }

    /// <summary>Looks at the queue anew after a change: grants what fits, fails what cannot wait so long, and sets the timer for the next.</summary>
    private void Pump_NeedsLock(long now, bool isEarly = false)
    {
        _forecast.Forget();
        while (_queue.Head is { } head)
        {
            var wait = _account.Buckets.WaitFor(head.Ask, now);
            if (!wait.IsNone && !wait.IsNever && now + wait.Ticks <= head.GiveUpAt + Lateness)
            {
                Arm_NeedsLock(now + Math.Max(wait.Ticks, isEarly ? TimeSpan.TicksPerMillisecond : 0), now);
                return;
            }

            _queue.Remove(head);
            Wake_NeedsLock(head, wait, now);
            isEarly = false;
        }

        Disarm_NeedsLock();
    }

    private void Wake_NeedsLock(RateLimitWaiter waiter, RateWait wait, long now)
    {
        if (wait.IsNone)
        {
            waiter.Wake(Grant_NeedsLock(waiter.Ask, now), null, _timeProvider);
        }
        else
        {
            var left = TimeSpan.FromTicks(waiter.GiveUpAt - now);
            waiter.Wake(null, wait.IsNever ? RateLimitRefusal.TooLarge(_lane, waiter.Ask, wait) : RateLimitRefusal.TooLong(_lane, waiter.Ask, wait, left), _timeProvider);
        }
    }

    /// <summary>A timer that is due earlier may stay: it looks again.</summary>
    private void Arm_NeedsLock(long dueAt, long now)
    {
        if (_timerDueAt > now && _timerDueAt <= dueAt)
        {
            return;
        }

        var dueIn = TimeSpan.FromTicks(Math.Min(dueAt - now, TimeSpan.TicksPerDay));
        _timerDueAt = now + dueIn.Ticks;
        if (_timer is null)
        {
            _timer = DetachedTimer.Create(_timeProvider, static limiter => ((RateLimiter)limiter!).OnTimer(), this, dueIn);
        }
        else
        {
            _timer.Change(dueIn, Timeout.InfiniteTimeSpan);
        }
    }

    private void Disarm_NeedsLock()
    {
        if (_timerDueAt != 0)
        {
            _timerDueAt = 0;
            _timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            // The system's timers cut a due time to whole milliseconds and so may be early; the rest is waited for in no less than one.
            var now = Now();
            var isEarly = _timerDueAt > now;
            _timerDueAt = 0;
            Pump_NeedsLock(now, isEarly);
        }
    }
}
