namespace JobWise.Llm;

/// <summary>What belongs to one call and does not change its answer. Never part of a cache key, save the tenant, the first lane and what was defaulted.</summary>
public sealed record LLMCallOptions
{
    /// <summary>All defaults.</summary>
    public static LLMCallOptions Default { get; } = new();

    /// <summary>The most time the whole call may take, waits and retries included; null takes the configured total.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> sets no limit; any other value must be above zero.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>A fixed point in time at which the call must have ended; the earlier of this and <see cref="Timeout"/> holds.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// Calls of a higher number leave a queue first. Give the later calls of a job a higher one, so that jobs that have begun are finished before
    /// others begin; a re-ask of a JSON call and the second stage of a resume are one above the first.
    /// </summary>
    /// <value>The default value is 0.</value>
    public int Priority { get; init; }

    /// <summary>How the response cache treats this call.</summary>
    /// <value>The default value is <see cref="LLMCacheMode.Default"/>.</value>
    public LLMCacheMode CacheMode { get; init; }

    /// <summary>Separates the cached answers and budgets of one customer from another's.</summary>
    public string? Tenant { get; init; }

    /// <summary>The provider instance that must serve the call, optionally with a model: <c>groq</c> or <c>groq/openai/gpt-oss-20b</c>.</summary>
    public string? PinnedLane { get; init; }

    /// <summary>
    /// The lanes that may serve the call, the preferred one first. Empty leaves the choice to the pipeline, which puts its own here before the
    /// Call slot, each with its model. <see cref="PinnedLane"/> goes before it.
    /// </summary>
    public IReadOnlyList<LLMLane> Lanes { get; init; } = [];

    /// <summary>The most requests this call may send, over all retries and routes; null takes the configured value, 4 by default.</summary>
    public int? MostSends { get; init; }

    /// <summary>
    /// The most tokens this call may use, prompts included. Asked before each further ask that this library makes by itself: the re-ask of a
    /// JSON call and the next turn of a tool loop. The first ask is never refused.
    /// </summary>
    /// <value>The default value is null: 64,000 for a JSON call, no limit for a tool loop.</value>
    public int? MostTokens { get; init; }

    /// <summary>
    /// Whether an answer is good enough to be kept: one for which this gives false is never cached. It does not change what the caller gets.
    /// Null accepts every answer. Ask it through <see cref="Accepts"/>.
    /// </summary>
    /// <remarks>
    /// Must be pure and quick: it may be called more than once, later, and on another thread. An exception counts as false.
    /// <c>GenerateJsonAsync</c> sets it to what it would itself refuse, beside the caller's own.
    /// </remarks>
    public Func<LLMResponse, bool>? Accept { get; init; }

    /// <summary>The identity and the send count shared by everything that belongs to this call, a JSON re-ask included; null starts a new one.</summary>
    public LLMCallScope? Scope { get; init; }

    /// <summary>Which options the pipeline filled in because neither the caller nor anyone nearer to the caller had set them.</summary>
    public LLMDefaultedOptions Defaulted { get; init; }

    /// <summary>Asks <see cref="Accept"/>, for who keeps answers.</summary>
    /// <param name="response">A complete answer to this call.</param>
    /// <returns>False where the check says no or fails; true where there is none.</returns>
    public bool Accepts(LLMResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        try
        {
            return Accept?.Invoke(response) ?? true;
        }
        catch (Exception) // The caller's code; an answer that it cannot judge must not be kept, and must not be lost either.
        {
            return false;
        }
    }
}
