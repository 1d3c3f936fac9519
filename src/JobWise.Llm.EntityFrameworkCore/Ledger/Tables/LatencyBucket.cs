namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// Durations in steps of a quarter of a doubling, so that percentiles come from counts: a percentile is at most 9 % off. A bucket is stored, so
/// the steps never change.
/// </summary>
internal static class LatencyBucket
{
    /// <summary>Of an attempt that took no time to speak of, or none that is known.</summary>
    public const int None = 0;

    private const int StepsPerDoubling = 4;

    /// <param name="microseconds">A duration.</param>
    public static int Of(long microseconds) => microseconds <= 1 ? None : 1 + (int)Math.Floor(Math.Log2(microseconds) * StepsPerDoubling);

    /// <summary>The middle of a bucket, by ratio.</summary>
    public static TimeSpan Middle(int bucket) =>
        bucket <= None ? TimeSpan.Zero : TimeSpan.FromMicroseconds(Math.Pow(2, (bucket - 0.5) / StepsPerDoubling));
}
