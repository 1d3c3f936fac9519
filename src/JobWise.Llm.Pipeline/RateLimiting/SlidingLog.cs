using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Every grant of the last window, so that no window at all holds more than the limit. Grants that are nearer to each other than 1/2048 of
/// the window share an entry, which leaves when the latest of them would: never too early, and the log stays small however many calls come.
/// </summary>
internal sealed class SlidingLog(long window, long limit) : RateBucket(window, limit)
{
    private const int MostEntries = 2048;

    private readonly long _grain = window / MostEntries;
    private Entry[] _ring = new Entry[16];
    private int _head;
    private int _count;
    private long _sum;

    public override double Level => _sum;

    public override long Used(long now)
    {
        Advance(now);
        return _sum;
    }

    public override void Add(long amount, long now)
    {
        Advance(now);
        _sum += amount;
        if (_count > 0 && now - At(_count - 1).First < _grain)
        {
            ref var last = ref At(_count - 1);
            last.Last = now;
            last.Amount += amount;
        }
        else
        {
            Append(new Entry { First = now, Last = now, Amount = amount });
        }
    }

    /// <summary>What has already left the window, or was counted before the log began, cannot come back.</summary>
    public override void Return(long amount, long addedAt, long now)
    {
        Advance(now);
        var index = Find(addedAt);
        if (index >= 0)
        {
            ref var entry = ref At(index);
            var back = Math.Min(amount, entry.Amount);
            entry.Amount -= back;
            _sum -= back;
        }
    }

    public override RateBucket Copy(RateBucket? into)
    {
        var copy = into as SlidingLog ?? new SlidingLog(Window, Limit);
        if (copy._ring.Length != _ring.Length)
        {
            copy._ring = new Entry[_ring.Length];
        }

        _ring.CopyTo(copy._ring.AsSpan());
        (copy._head, copy._count, copy._sum) = (_head, _count, _sum);
        CopyTo(copy);
        return copy;
    }

    protected override long RoomIn(long amount, long now)
    {
        Advance(now);
        var over = _sum + amount - Limit;
        var at = now;
        for (var i = 0; over > 0 && i < _count; i++)
        {
            over -= At(i).Amount;
            at = At(i).Last + Window;
        }

        return at - now;
    }

    protected override void Advance(long now)
    {
        while (_count > 0 && At(0).Last + Window <= now)
        {
            _sum -= At(0).Amount;
            _head = (_head + 1) & (_ring.Length - 1);
            _count--;
        }
    }

    private int Find(long at)
    {
        var (low, high) = (0, _count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (At(middle).Last < at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low < _count && At(low).First <= at ? low : -1;
    }

    private void Append(Entry entry)
    {
        if (_count == _ring.Length)
        {
            var larger = new Entry[_ring.Length * 2];
            for (var i = 0; i < _count; i++)
            {
                larger[i] = At(i);
            }

            (_ring, _head) = (larger, 0);
        }

        _count++;
        At(_count - 1) = entry;
    }

    private ref Entry At(int index) => ref _ring[(_head + index) & (_ring.Length - 1)];

    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public long First;
        public long Last;
        public long Amount;
    }
}
