namespace JobWise.Llm.Pipeline;

/// <summary>A quantile of the last 64 values, cheap to keep and to read.</summary>
internal sealed class RecentQuantile(double quantile)
{
    private const int Most = 64;

    private readonly int[] _inOrder = new int[Most];
    private readonly int[] _sorted = new int[Most];
    private int _next;

    public int Count { get; private set; }

    /// <summary>Zero while nothing is known.</summary>
    public int Value => At(quantile);

    public int Median => At(0.5);

    public void Add(int value)
    {
        if (Count == Most)
        {
            Remove(_inOrder[_next]);
        }

        Insert(value);
        _inOrder[_next] = value;
        _next = (_next + 1) % Most;
    }

    private int At(double share) => Count == 0 ? 0 : _sorted[Math.Min(Count - 1, (int)(share * Count))];

    private void Remove(int value)
    {
        var index = _sorted.AsSpan(0, Count).BinarySearch(value);
        _sorted.AsSpan(index + 1, Count - index - 1).CopyTo(_sorted.AsSpan(index));
        Count--;
    }

    private void Insert(int value)
    {
        var index = _sorted.AsSpan(0, Count).BinarySearch(value);
        index = index < 0 ? ~index : index;
        _sorted.AsSpan(index, Count - index).CopyTo(_sorted.AsSpan(index + 1));
        _sorted[index] = value;
        Count++;
    }
}
