namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>The provider's bucket as its documents describe it, written in another way than the product: what is in use, in exact fractions of a second.</summary>
internal sealed class ReferenceBucket(decimal limit, TimeSpan window)
{
    private readonly decimal _perTick = limit / window.Ticks;
    private decimal _used;

    public decimal Used => _used;

    /// <summary>Cut to whole ticks.</summary>
    public TimeSpan WaitFor(decimal requested) => TimeSpan.FromTicks((long)Math.Max(0, (_used + requested - limit) / _perTick));

    public void Return(decimal tokens) => _used = Math.Max(0, _used - tokens);

    public void Take(decimal requested, TimeSpan after) => _used = Math.Max(0, _used - (after.Ticks * _perTick)) + requested;
}
