namespace JobWise.Llm;

/// <summary>How answers are kept and given again for equal requests. Bound from <c>JobWise:Llm:Cache</c>.</summary>
public sealed class LLMCacheOptions
{
    /// <summary>Whether calls are answered from the cache, where <see cref="Workflows"/> says nothing else.</summary>
    /// <value>The default value is false: at a temperature above 0 the same request may be meant to get another answer.</value>
    public bool IsEnabled { get; set; }

    /// <summary>How long an answer is given again, from the moment it was stored.</summary>
    /// <value>The default value is 1 hour.</value>
    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The most answers kept in memory; of more, those that were used longest ago go.</summary>
    /// <value>The default value is 10,000.</value>
    public int MaxEntries { get; set; } = 10_000;

    /// <summary>The most characters of all answers kept in memory; of more, those that were used longest ago go.</summary>
    /// <value>The default value is 32,000,000, which are 64 MB.</value>
    public long MaxCharacters { get; set; } = 32_000_000;

    /// <summary>Whether answers are kept in the registered <c>IDistributedCache</c>, shared with other processes, instead of in memory.</summary>
    /// <value>The default value is false: answers do not leave the process unless you say so.</value>
    public bool UseDistributed { get; set; }

    /// <summary>
    /// The longest wait for the distributed cache: of a call that reads, which then goes on without, and of an answer that is being stored, which its
    /// caller does not wait for.
    /// </summary>
    /// <value>The default value is 500 milliseconds.</value>
    public TimeSpan StoreTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// A secret that entries of the distributed cache are signed with, so that an entry that somebody else has written there is a miss. All programs
    /// that share the cache need the same; a new one makes all entries misses.
    /// </summary>
    /// <value>The default value is null: entries that were damaged or moved are found, but not those that were written with intent.</value>
    public string? SigningKey { get; set; }

    /// <summary>What differs for single workflows, by name, without regard to case.</summary>
    public Dictionary<string, LLMWorkflowCacheOptions> Workflows { get; } = new(StringComparer.OrdinalIgnoreCase);
}
