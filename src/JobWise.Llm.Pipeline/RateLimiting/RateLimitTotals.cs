using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Where the tokens of a limiter went since it began. What was reserved or added is settled, returned, or still held by calls that are on
/// their way.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateLimitTotals
{
    public long Reserved { get; init; }

    /// <summary>Used beyond what was reserved.</summary>
    public long Added { get; init; }

    public long Returned { get; init; }

    public long Settled { get; init; }

    public long Held => Reserved + Added - Returned - Settled;
}
