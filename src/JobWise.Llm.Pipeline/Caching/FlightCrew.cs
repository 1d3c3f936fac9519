namespace JobWise.Llm.Pipeline;

/// <summary>
/// Who waits for a flight, and by whose time it goes: that of whoever can wait longest, and of the last one when all have left. So nobody's retry
/// is given up for another's haste, and one caller's cancellation is not taken for the end of another's time.
/// </summary>
internal sealed class FlightCrew(CachedCall leader) : ICallClock
{
    private readonly Lock _lock = new();
    private readonly HashSet<CachedCall> _calls = new(ReferenceEqualityComparer.Instance) { leader };
    private CachedCall _judge = leader;

    public TimeSpan Elapsed => FindJudge().Call.Scope?.Elapsed ?? TimeSpan.Zero;

    public TimeSpan Remaining => RemainingOf(FindJudge());

    /// <summary>The time left to the caller by whose time the flight was last judged.</summary>
    public TimeSpan JudgedRemaining
    {
        get
        {
            lock (_lock)
            {
                return RemainingOf(_judge.Request);
            }
        }
    }

    public bool IsAlone
    {
        get
        {
            lock (_lock)
            {
                return _calls.Count <= 1;
            }
        }
    }

    public static TimeSpan RemainingOf(LLMRequest request) => CallTime.RemainingOf(request.Call, request.Call.Scope);

    public void Add(CachedCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }

    /// <summary>Takes one off; true when it was the last.</summary>
    public bool Remove(CachedCall call)
    {
        lock (_lock)
        {
            _calls.Remove(call);
            if (_calls.Count > 0)
            {
                return false;
            }

            _judge = call;
            return true;
        }
    }

    private LLMRequest FindJudge()
    {
        lock (_lock)
        {
            var most = TimeSpan.MinValue;
            foreach (var call in _calls)
            {
                if (RemainingOf(call.Request) is var left && left > most)
                {
                    (_judge, most) = (call, left);
                }
            }

            return _judge.Request;
        }
    }
}
