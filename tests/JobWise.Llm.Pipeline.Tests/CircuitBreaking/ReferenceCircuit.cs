namespace JobWise.Llm.Pipeline.Tests;

/// <summary>
/// What the documents say of the breaker, written down a second time and plainly: seconds, a list of results, no locks. The share of failures
/// never decides here, since fewer than ten calls say nothing.
/// </summary>
internal sealed class ReferenceCircuit(int failuresInARow)
{
    private readonly Dictionary<int, (bool IsProbe, int Epoch, int Since)> _running = [];
    private int _epoch;
    private int _inARow;
    private int _goodProbes;
    private int _break;
    private int _opensAgainAt = -1;

    public int Now { get; set; }

    public bool IsClosed => _opensAgainAt < 0;

    /// <summary>Whether the call may be sent.</summary>
    public bool Begin(int call)
    {
        if (!IsClosed && Now >= _opensAgainAt && FindProbe() is { } hung && Now - hung.Since >= 300)
        {
            Open(_break * 2);
        }

        if (!IsClosed && (Now < _opensAgainAt || FindProbe() is not null))
        {
            return false;
        }

        _running[call] = (!IsClosed, _epoch, Now);
        return true;
    }

    public void End(int call, CircuitVerdict verdict)
    {
        if (!_running.Remove(call, out var state) || state.Epoch != _epoch || verdict == CircuitVerdict.Neutral)
        {
            return;
        }

        _inARow = verdict == CircuitVerdict.Failure ? _inARow + 1 : 0;
        _goodProbes += verdict == CircuitVerdict.Success && state.IsProbe ? 1 : 0;
        if (verdict == CircuitVerdict.Failure && (state.IsProbe || _inARow == failuresInARow))
        {
            Open(state.IsProbe ? _break * 2 : 60);
        }
        else if (_goodProbes == 2)
        {
            (_opensAgainAt, _goodProbes, _inARow, _epoch) = (-1, 0, 0, _epoch + 1);
        }
    }

    private void Open(int length)
    {
        _break = Math.Min(length, 300);
        (_opensAgainAt, _goodProbes, _inARow, _epoch) = (Now + _break, 0, 0, _epoch + 1);
    }

    private (bool IsProbe, int Epoch, int Since)? FindProbe()
    {
        foreach (var call in _running.Values)
        {
            if (call.IsProbe && call.Epoch == _epoch)
            {
                return call;
            }
        }

        return null;
    }
}
