namespace JobWise.Llm.Pipeline;

/// <summary>
/// The state of one lane's circuit, on the monotonic clock. Opens after failures in a row or too large a share of them; after the break one
/// probe at a time is let through, and enough good ones close it. A result that comes after the state has changed counts for nothing.
/// </summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="changed">Told of each change, outside the lock.</param>
internal sealed class CircuitBreaker(TimeProvider timeProvider, Action<CircuitChange> changed)
{
    /// <summary>When to come back while a probe is under way: its result is not known, and nothing can be promised.</summary>
    public static readonly TimeSpan ProbeRecheck = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private RollingCounts _counts = new(TimeSpan.FromMinutes(1));
    private volatile LLMCircuitState _state;
    private int _generation = 1; // A permit of generation 0 is none.
    private int _inARow;
    private int _goodProbes;
    private CircuitProbe _probe;
    private TimeSpan _break;
    private TimeSpan _reopensAt;
    private TimeSpan _probeSince;

    private TimeSpan Now => timeProvider.GetElapsedTime(_start);

    /// <summary>The state as a caller would find it: a break that is over counts as half open.</summary>
    public LLMCircuitState State
    {
        get
        {
            lock (_lock)
            {
                return _state == LLMCircuitState.Open && Now >= _reopensAt ? LLMCircuitState.HalfOpen : _state;
            }
        }
    }

    /// <summary>How long calls are held back from now on; zero where one would be let through.</summary>
    public TimeSpan HeldBackFor(LLMCircuitBreakerOptions options)
    {
        if (!options.IsEnabled || _state == LLMCircuitState.Closed)
        {
            return TimeSpan.Zero;
        }

        lock (_lock)
        {
            return HeldBackFor_NeedsLock(Now, options);
        }
    }

    /// <summary>Asks for leave to send. While half open, the first to ask gets the probe.</summary>
    /// <param name="options">The options of this call.</param>
    /// <param name="permit">To be settled once.</param>
    /// <param name="retryAfter">Where it is refused: when to come back.</param>
    public bool TryEnter(LLMCircuitBreakerOptions options, out CircuitPermit permit, out TimeSpan retryAfter)
    {
        (permit, retryAfter) = (default, TimeSpan.Zero);
        var generation = Volatile.Read(ref _generation);
        if (!options.IsEnabled)
        {
            return true;
        }

        // Nearly every call comes this way. If the circuit opens just now, the permit is of the generation before and holds no more.
        if (_state == LLMCircuitState.Closed)
        {
            permit = new CircuitPermit(generation, IsProbe: false);
            return true;
        }

        CircuitChange? change;
        lock (_lock)
        {
            var now = Now;
            change = GoHalfOpen_NeedsLock(now) ?? GiveUpProbe_NeedsLock(now, options);
            retryAfter = HeldBackFor_NeedsLock(now, options);
            if (retryAfter == TimeSpan.Zero)
            {
                permit = Permit_NeedsLock(now);
            }
        }

        Tell(change);
        return retryAfter == TimeSpan.Zero;
    }

    /// <summary>Whether a permit still holds; a call that queued elsewhere meanwhile must not be sent into a circuit that has opened.</summary>
    public bool Holds(CircuitPermit permit) => permit == default || Volatile.Read(ref _generation) == permit.Generation;

    /// <summary>The attempt waits for something of ours, such as room in the limits. A probe that waits there does not hang.</summary>
    public void NoteQueued(CircuitPermit permit) => NoteProbe(permit, CircuitProbe.Queued);

    /// <summary>The attempt has what it waited for.</summary>
    public void NoteSent(CircuitPermit permit) => NoteProbe(permit, CircuitProbe.Sent);

    /// <summary>The attempt is a stream that has begun. Its consumer may take any time over it, so that it cannot be given up as hanging.</summary>
    public void NoteStreaming(CircuitPermit permit) => NoteProbe(permit, CircuitProbe.Streaming);

    /// <summary>Counts the result of an attempt.</summary>
    /// <param name="permit">From <see cref="TryEnter"/>; settled once.</param>
    /// <param name="verdict">What the attempt says of the lane.</param>
    /// <param name="options">The options of the call.</param>
    public void Settle(CircuitPermit permit, CircuitVerdict verdict, LLMCircuitBreakerOptions options)
    {
        CircuitChange? change = null;
        lock (_lock)
        {
            if (permit.Generation == _generation)
            {
                change = permit.IsProbe ? SettleProbe_NeedsLock(verdict, options) : Count_NeedsLock(verdict, options);
            }
        }

        Tell(change);
    }

    private void NoteProbe(CircuitPermit permit, CircuitProbe probe)
    {
        if (!permit.IsProbe)
        {
            return;
        }

        lock (_lock)
        {
            if (permit.Generation == _generation)
            {
                (_probe, _probeSince) = (probe, Now);
            }
        }
    }

    private TimeSpan HeldBackFor_NeedsLock(TimeSpan now, LLMCircuitBreakerOptions options) => _state switch
    {
        LLMCircuitState.Open when now < _reopensAt => _reopensAt - now,
        LLMCircuitState.HalfOpen when _probe != CircuitProbe.None && !IsProbeOverdue_NeedsLock(now, options) => ProbeRecheck,
        _ => TimeSpan.Zero,
    };

    /// <summary>Whether the provider, or the consumer of a stream, has had the probe for longer than the longest break.</summary>
    private bool IsProbeOverdue_NeedsLock(TimeSpan now, LLMCircuitBreakerOptions options) =>
        _probe is CircuitProbe.Sent or CircuitProbe.Streaming && now - _probeSince >= options.MaxBreak;

    private CircuitChange? GoHalfOpen_NeedsLock(TimeSpan now)
    {
        if (_state != LLMCircuitState.Open || now < _reopensAt)
        {
            return null;
        }

        Enter_NeedsLock(LLMCircuitState.HalfOpen);
        return new CircuitChange(LLMCircuitState.HalfOpen, TimeSpan.Zero);
    }

    /// <summary>
    /// A probe that has not come back within the longest break has failed, whatever it brings later. One that streams may lie in its consumer's
    /// hands, which says nothing: the next call is let through beside it.
    /// </summary>
    private CircuitChange? GiveUpProbe_NeedsLock(TimeSpan now, LLMCircuitBreakerOptions options) =>
        _state == LLMCircuitState.HalfOpen && _probe == CircuitProbe.Sent && IsProbeOverdue_NeedsLock(now, options)
            ? Open_NeedsLock(_break * 2, options)
            : null;

    private CircuitPermit Permit_NeedsLock(TimeSpan now)
    {
        var isProbe = _state == LLMCircuitState.HalfOpen;
        if (isProbe)
        {
            (_probe, _probeSince) = (CircuitProbe.Sent, now);
        }

        return new CircuitPermit(_generation, isProbe);
    }

    private CircuitChange? SettleProbe_NeedsLock(CircuitVerdict verdict, LLMCircuitBreakerOptions options)
    {
        _probe = CircuitProbe.None;
        return verdict switch
        {
            CircuitVerdict.Failure => Open_NeedsLock(_break * 2, options),
            CircuitVerdict.Success when ++_goodProbes >= options.Probes => Close_NeedsLock(),
            _ => null,
        };
    }

    private CircuitChange? Count_NeedsLock(CircuitVerdict verdict, LLMCircuitBreakerOptions options)
    {
        if (verdict == CircuitVerdict.Neutral)
        {
            return null;
        }

        if (_counts.Window != options.Window)
        {
            _counts = new RollingCounts(options.Window);
        }

        var isFailure = verdict == CircuitVerdict.Failure;
        _counts.Add(Now, first: 1, second: isFailure ? 1 : 0);
        _inARow = isFailure ? _inARow + 1 : 0;
        return isFailure && IsTooMuch_NeedsLock(options) ? Open_NeedsLock(options.Break, options) : null;
    }

    private bool IsTooMuch_NeedsLock(LLMCircuitBreakerOptions options) =>
        _inARow >= options.ConsecutiveFailures
        || (_counts.First >= options.MinimumCalls && _counts.Second >= options.FailureRatio * _counts.First);

    private CircuitChange? Open_NeedsLock(TimeSpan length, LLMCircuitBreakerOptions options)
    {
        _break = length < options.MaxBreak ? length : options.MaxBreak;
        _reopensAt = Now + _break;
        Enter_NeedsLock(LLMCircuitState.Open);
        return new CircuitChange(LLMCircuitState.Open, _break);
    }

    private CircuitChange? Close_NeedsLock()
    {
        _counts.Clear();
        Enter_NeedsLock(LLMCircuitState.Closed);
        return new CircuitChange(LLMCircuitState.Closed, TimeSpan.Zero);
    }

    private void Enter_NeedsLock(LLMCircuitState state)
    {
        (_state, _inARow, _goodProbes, _probe) = (state, 0, 0, CircuitProbe.None);
        _generation++;
    }

    private void Tell(CircuitChange? change)
    {
        if (change is not { } told)
        {
            return;
        }

        try
        {
            changed(told);
        }
        catch (Exception) // A log that fails must not cost a probe its settlement.
        {
        }
    }
}
