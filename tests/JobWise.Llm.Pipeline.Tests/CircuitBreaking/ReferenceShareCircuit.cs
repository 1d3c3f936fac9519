namespace JobWise.Llm.Pipeline.Tests;

/// <summary>
/// The whole breaker with its default options, written down a second time and plainly: opens on five failures in a row or on half of at least
/// ten results; breaks of 60, 120, 240, 300 s; two good probes close it. Old results leave in slices of ten seconds.
/// </summary>
internal sealed class ReferenceShareCircuit
{
    private readonly List<(long Slice, bool IsFailure)> _results = [];
    private readonly Dictionary<int, (bool IsProbe, int Epoch, TimeSpan Since)> _running = [];
    private int _epoch;
    private int _inARow;
    private int _goodProbes;
    private TimeSpan _break;
    private TimeSpan? _opensAgainAt;

    public TimeSpan Now { get; set; }

    public bool OpenedByShare { get; private set; }

    public LLMCircuitState State => _opensAgainAt is not { } at ? LLMCircuitState.Closed : Now < at ? LLMCircuitState.Open : LLMCircuitState.HalfOpen;

    public bool Begin(int call)
    {
        if (State == LLMCircuitState.HalfOpen && Probe() is { } hung && Now - hung >= TimeSpan.FromSeconds(300))
        {
            Open(_break * 2);
        }

        if (State == LLMCircuitState.Open || (State == LLMCircuitState.HalfOpen && Probe() is not null))
        {
            return false;
        }

        _running[call] = (State == LLMCircuitState.HalfOpen, _epoch, Now);
        return true;
    }

    public void End(int call, CircuitVerdict verdict)
    {
        _running.Remove(call, out var state);
        if (state.Epoch != _epoch || verdict == CircuitVerdict.Neutral)
        {
            return;
        }

        if (state.IsProbe)
        {
            EndProbe(verdict == CircuitVerdict.Failure);
        }
        else
        {
            Count(verdict == CircuitVerdict.Failure);
        }
    }

    private void EndProbe(bool isFailure)
    {
        if (isFailure)
        {
            Open(_break * 2);
        }
        else if (++_goodProbes == 2)
        {
            (_opensAgainAt, _inARow, _epoch) = (null, 0, _epoch + 1);
            _results.Clear();
        }
    }

    private void Count(bool isFailure)
    {
        var slice = Now.Ticks / TimeSpan.FromSeconds(10).Ticks;
        _results.Add((slice, isFailure));
        var counted = _results.Where(result => result.Slice > slice - 6).ToList();
        _inARow = isFailure ? _inARow + 1 : 0;
        var isTooMuch = counted.Count >= 10 && counted.Count(result => result.IsFailure) * 2 >= counted.Count;
        OpenedByShare |= isFailure && isTooMuch && _inARow < 5;
        if (isFailure && (_inARow >= 5 || isTooMuch))
        {
            Open(TimeSpan.FromSeconds(60));
        }
    }

    private void Open(TimeSpan length)
    {
        _break = length < TimeSpan.FromSeconds(300) ? length : TimeSpan.FromSeconds(300);
        (_opensAgainAt, _goodProbes, _epoch) = (Now + _break, 0, _epoch + 1);
    }

    private TimeSpan? Probe()
    {
        foreach (var call in _running.Values)
        {
            if (call.IsProbe && call.Epoch == _epoch)
            {
                return call.Since;
            }
        }

        return null;
    }
}
