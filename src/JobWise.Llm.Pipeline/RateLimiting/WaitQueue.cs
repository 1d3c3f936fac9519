namespace JobWise.Llm.Pipeline;

/// <summary>The calls that wait: higher priority first, then first come first served.</summary>
internal sealed class WaitQueue
{
    public RateLimitWaiter? Head { get; private set; }

    public RateLimitWaiter? Tail { get; private set; }

    /// <summary>Whether a new call of this priority would stand behind someone.</summary>
    public bool HasAheadOf(int priority) => Head is { } head && head.Ask.Priority >= priority;

    public void Add(RateLimitWaiter waiter)
    {
        var before = Tail;
        while (before is not null && before.Ask.Priority < waiter.Ask.Priority)
        {
            before = before.Previous;
        }

        waiter.Previous = before;
        waiter.Next = before is null ? Head : before.Next;
        Link(waiter.Previous, waiter, waiter.Next);
        waiter.IsQueued = true;
    }

    public void Remove(RateLimitWaiter waiter)
    {
        if (waiter.Previous is { } previous)
        {
            previous.Next = waiter.Next;
        }
        else
        {
            Head = waiter.Next;
        }

        if (waiter.Next is { } next)
        {
            next.Previous = waiter.Previous;
        }
        else
        {
            Tail = waiter.Previous;
        }

        (waiter.Previous, waiter.Next, waiter.IsQueued) = (null, null, false);
    }

    private void Link(RateLimitWaiter? previous, RateLimitWaiter waiter, RateLimitWaiter? next)
    {
        if (previous is null)
        {
            Head = waiter;
        }
        else
        {
            previous.Next = waiter;
        }

        if (next is null)
        {
            Tail = waiter;
        }
        else
        {
            next.Previous = waiter;
        }
    }
}
