namespace JobWise.Llm;

/// <summary>How calls went, kept in memory of this process. Registered by <c>AddLiveMetrics()</c>; without it nothing is kept and no call pays for it.</summary>
public interface ILLMMetrics
{
    /// <summary>Adds up what is kept; takes well under a millisecond.</summary>
    /// <param name="last">
    /// The last minutes, the one under way included; in whole minutes, up to <see cref="LLMMetricsOptions.Minutes"/>. Null is everything since start.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or more than is kept.</exception>
    LLMMetricsReport Read(TimeSpan? last = null);
}
