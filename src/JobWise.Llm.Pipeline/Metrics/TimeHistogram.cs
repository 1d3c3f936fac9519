namespace JobWise.Llm.Pipeline;

/// <summary>How long things took, in steps of a quarter of a doubling from a millisecond to a quarter of an hour. A quantile is off by 9 % at most.</summary>
internal sealed class TimeHistogram
{
    private const int StepsPerDoubling = 4;
    private const int Steps = 20 * StepsPerDoubling;

    private readonly uint[] _counts = new uint[Steps];
    private long _count;
    private double _longest;

    public void Add(TimeSpan time)
    {
        var milliseconds = Math.Max(1, time.TotalMilliseconds);
        _counts[Math.Min(Steps - 1, (int)(StepsPerDoubling * Math.Log2(milliseconds)))]++;
        _count++;
        _longest = Math.Max(_longest, milliseconds);
    }

    public void Add(TimeHistogram other)
    {
        for (var i = 0; i < Steps; i++)
        {
            _counts[i] += other._counts[i];
        }

        _count += other._count;
        _longest = Math.Max(_longest, other._longest);
    }

    /// <summary>Null while it is empty.</summary>
    public TimeSpan? Quantile(double share)
    {
        var rank = (long)Math.Ceiling(share * _count);
        for (var i = 0; i < Steps && _count > 0; i++)
        {
            rank -= _counts[i];
            if (rank <= 0)
            {
                return TimeSpan.FromMilliseconds(Math.Min(_longest, Math.Pow(2, (i + 0.5) / StepsPerDoubling)));
            }
        }

        return null;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        (_count, _longest) = (0, 0);
    }
}
