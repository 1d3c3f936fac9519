namespace JobWise.Llm.Pipeline;

/// <summary>
/// The limits of one model at one account: grants requests as far as there is room in all of them, and lets the others wait in order. Every
/// decision is made under one lock and on the monotonic clock; one timer is set for the head of the queue.
/// </summary>
internal sealed class RateLimiter : IDisposable
{
    private const long Forever = long.MaxValue / 4;

    private readonly Lock _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly LimitedLane _lane;
    private readonly long _start;
    private readonly LaneAccount _account = new();
    private readonly WaitingRoom _room;
    private RateLimitVendor _vendor = new RateLimitSettings().Vendor;

    public RateLimiter(LimitedLane lane, TimeProvider timeProvider)
    {
        _lane = lane;
        _timeProvider = timeProvider;
        _start = timeProvider.GetTimestamp();
        _room = new WaitingRoom(this, lane, _account.Buckets, timeProvider);
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

    /// <summary>Whether nothing is in use, closed or waited for, so that a new one would decide the same.</summary>
    public bool IsAtRest
    {
        get
        {
            lock (_lock)
            {
                return _room.IsEmpty && _account.Buckets.AreAtRest(Now());
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
            _room.Pump(now);
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
            var wait = _room.WaitFor(ask, Now());
            return wait.IsNever ? null : TimeSpan.FromTicks(wait.Ticks);
        }
    }

    /// <summary>The refusal of a request that would wait longer; null where it would not.</summary>
    public LLMServiceException? WhyNot(in RateLimitAsk ask, TimeSpan longestWait)
    {
        lock (_lock)
        {
            var wait = _room.WaitFor(ask, Now());
            return wait.IsNever || wait.Ticks > longestWait.Ticks ? Refuse(ask, wait, longestWait) : null;
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
            wait = _room.WaitFor(ask, now);
            if (wait.IsNone && !_room.HasAheadOf(ask.Priority))
            {
                _room.Forget();
                return new ValueTask<RateLimitReservation>(Grant_NeedsLock(ask, now));
            }

            if (!wait.IsNever && wait.Ticks <= mostTicks)
            {
                return _room.Enter(ask, now, mostTicks, cancellationToken);
            }
        }

        return ValueTask.FromException<RateLimitReservation>(Refuse(ask, wait, longestWait));
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _room.Dispose();
        }
    }

    internal void Settle(RateLimitReservation reservation, LLMUsage? usage, LLMRateLimitSnapshot? headers)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Settle(reservation, usage, headers, now);
            _room.Pump(now);
        }
    }

    internal void Fail(RateLimitReservation reservation, LLMServiceException error)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Fail(reservation, error, now);
            _room.Pump(now);
        }
    }

    internal void Correct(RateLimitReservation reservation, LLMRateLimitSnapshot headers)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Correct(reservation, headers, now);
            _room.Pump(now);
        }
    }

    internal void Return(RateLimitReservation reservation)
    {
        lock (_lock)
        {
            var now = Now();
            _account.Return(reservation, now);
            _room.Pump(now);
        }
    }

    /// <summary>Takes a waiter out of the queue; false when it is no longer in it.</summary>
    internal bool Leave(RateLimitWaiter waiter)
    {
        lock (_lock)
        {
            return _room.Leave(waiter, Now());
        }
    }

    /// <summary>For the timer of the waiting room.</summary>
    internal void OnTimer()
    {
        lock (_lock)
        {
            _room.OnTimer(Now());
        }
    }

    /// <summary>Makes a reservation for which there is room; for the waiting room too, which has the lock.</summary>
    internal RateLimitReservation Grant_NeedsLock(in RateLimitAsk ask, long now)
    {
        var levels = _account.Buckets.Levels();
        _account.Reserve(ask, now);
        return new RateLimitReservation(this, ask.PromptTokens, ask.OutputTokens, now, _account.Totals.Returned, levels);
    }

    private LLMServiceException Refuse(in RateLimitAsk ask, RateWait wait, TimeSpan longestWait) =>
        wait.IsNever ? RateLimitRefusal.TooLarge(_lane, ask, wait) : RateLimitRefusal.TooLong(_lane, ask, wait, longestWait);

    private long Now() => _timeProvider.GetElapsedTime(_start).Ticks;
}
