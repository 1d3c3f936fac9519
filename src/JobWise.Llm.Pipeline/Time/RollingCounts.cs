namespace JobWise.Llm.Pipeline;

/// <summary>
/// Two counts over the last window, in six slices: a slice leaves as a whole, so the counts cover at least five sixths of the window and never
/// more than it. Not safe for concurrent use; its owner locks.
/// </summary>
internal sealed class RollingCounts(TimeSpan window)
{
    private const int Slices = 6;

    private readonly long _slice = Math.Max(1, window.Ticks / Slices);
    private readonly int[] _first = new int[Slices];
    private readonly int[] _second = new int[Slices];
    private long _current;

    public TimeSpan Window => window;

    public int First { get; private set; }

    public int Second { get; private set; }

    /// <summary>Adds to the slice of this moment.</summary>
    /// <param name="now">Monotonic; one from before the newest slice counts for that.</param>
    /// <param name="first">Added to <see cref="First"/>.</param>
    /// <param name="second">Added to <see cref="Second"/>.</param>
    public void Add(TimeSpan now, int first, int second)
    {
        MoveTo(now);
        var at = _current % Slices;
        _first[at] += first;
        _second[at] += second;
        First += first;
        Second += second;
    }

    /// <summary>Lets everything go that is older than the window.</summary>
    public void MoveTo(TimeSpan now)
    {
        var slice = Math.Max(_current, now.Ticks / _slice);
        for (var left = Math.Min(slice - _current, Slices); left > 0; left--)
        {
            var at = (slice - left + 1) % Slices;
            First -= _first[at];
            Second -= _second[at];
            (_first[at], _second[at]) = (0, 0);
        }

        _current = slice;
    }

    public void Clear()
    {
        Array.Clear(_first);
        Array.Clear(_second);
        (First, Second) = (0, 0);
    }
}
