namespace JobWise.Llm.Pipeline;

/// <summary>
/// Tells how long a call would wait behind the queue, by running the queue on a copy of the buckets. The copy is kept while nothing but its
/// end changes, so that a burst of calls does not run the whole queue for each.
/// </summary>
internal sealed class QueueForecast(RateBuckets buckets, WaitQueue queue)
{
    private readonly RateBuckets _copy = new();
    private RateLimitWaiter? _last;
    private RateWait _longest;
    private long _at;

    /// <summary>Forgets the copy: something has changed that is not a new call at the end.</summary>
    public void Forget() => _last = null;

    public RateWait WaitFor(in RateLimitAsk ask, long now)
    {
        var wait = buckets.WaitFor(ask, now);
        if (wait.IsNever)
        {
            return wait;
        }

        if (_last is null || _last.Ask.Priority < ask.Priority)
        {
            Restart(now);
        }

        Run(ask.Priority);
        _at = Math.Max(_at, now);
        wait = _copy.WaitFor(ask, _at);
        return (wait.Bucket is null ? _longest : wait) with { Ticks = _at + wait.Ticks - now };
    }

    private void Restart(long now)
    {
        buckets.CopyTo(_copy);
        (_last, _at, _longest) = (null, now, default);
    }

    private void Run(int priority)
    {
        for (var next = _last is null ? queue.Head : _last.Next; next is not null && next.Ask.Priority >= priority; next = next.Next)
        {
            var ask = next.Ask;
            var wait = _copy.WaitFor(ask, _at);
            _longest = wait.Ticks > 0 ? wait : _longest;
            _last = next;
            if (!wait.IsNever)
            {
                _at += wait.Ticks;
                _copy.Add(ask, _at);
            }
        }
    }
}
