namespace JobWise.Llm;

/// <summary>What belongs to one call and does not change its answer. Never part of a cache key, save the tenant.</summary>
public sealed record LLMCallOptions
{
    /// <summary>All defaults.</summary>
    public static LLMCallOptions Default { get; } = new();

    /// <summary>The most time the whole call may take, waits and retries included; null takes the configured total.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>A fixed point in time at which the call must have ended; the earlier of this and <see cref="Timeout"/> holds.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Calls of a higher number leave a queue first.</summary>
    /// <value>The default value is 0.</value>
    public int Priority { get; init; }

    /// <summary>How the response cache treats this call.</summary>
    /// <value>The default value is <see cref="LLMCacheMode.Default"/>.</value>
    public LLMCacheMode CacheMode { get; init; }

    /// <summary>Separates the cached answers and budgets of one customer from another's.</summary>
    public string? Tenant { get; init; }

    /// <summary>The provider instance that must serve the call, optionally with a model: <c>groq</c> or <c>groq/openai/gpt-oss-20b</c>.</summary>
    public string? PinnedLane { get; init; }

    /// <summary>The most requests this call may send, over all retries and routes; null takes the configured value, 4 by default.</summary>
    public int? MostSends { get; init; }

    /// <summary>The identity and the send count shared by everything that belongs to this call, a JSON re-ask included; null starts a new one.</summary>
    public LLMCallScope? Scope { get; init; }

    /// <summary>Which options the pipeline filled in because neither the caller nor anyone nearer to the caller had set them.</summary>
    public LLMDefaultedOptions Defaulted { get; init; }
}
