namespace JobWise.Llm;

/// <summary>What every call has in common. Bound from the section <c>JobWise:Llm</c>; a value set in code wins over the section.</summary>
public sealed class LLMPipelineOptions
{
    /// <summary>The provider instance that serves calls which nothing else directs; null takes the only one registered.</summary>
    public string? Provider { get; set; }

    /// <summary>Sampling temperature, 0 to 2, where neither request, workflow nor instance sets one.</summary>
    /// <value>The default value is 0.3.</value>
    public double Temperature { get; set; } = 0.3;

    /// <summary>The most output tokens where neither request, workflow nor instance sets them.</summary>
    /// <value>The default value is 2,000.</value>
    public int MaxTokens { get; set; } = 2000;

    /// <summary>The most time a call may take, waits, retries and a JSON re-ask included, unless it sets <see cref="LLMCallOptions.Timeout"/>.</summary>
    /// <value>The default value is 60 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The most requests that one call may send, over all retries and a JSON re-ask.</summary>
    /// <value>The default value is 4.</value>
    public int MostSends { get; set; } = 4;

    /// <summary>How failed attempts are repeated.</summary>
    public LLMRetryOptions Retry { get; } = new();

    /// <summary>How long one attempt may keep the caller waiting for content.</summary>
    public LLMAttemptTimeoutOptions AttemptTimeouts { get; } = new();

    /// <summary>When the calls of a failing lane are held back.</summary>
    public LLMCircuitBreakerOptions CircuitBreaker { get; } = new();

    /// <summary>Which lanes serve a call.</summary>
    public LLMRoutingOptions Routing { get; } = new();

    /// <summary>How the limits of the providers are kept.</summary>
    public LLMRateLimitingOptions RateLimiting { get; } = new();

    /// <summary>Whether and how answers are kept and given again.</summary>
    public LLMCacheOptions Cache { get; } = new();

    /// <summary>How much may be spent, by whom and in which time. A call must fit every budget that it falls under.</summary>
    /// <value>The default value is empty: no budget.</value>
    public IList<LLMBudgetOptions> Budgets { get; } = [];

    /// <summary>What is looked for in prompts and answers.</summary>
    public LLMGuardrailOptions Guardrails { get; } = new();

    /// <summary>What differs for single provider instances, by the name they were registered under, without regard to case.</summary>
    public Dictionary<string, LLMInstanceOptions> Providers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the settings of an instance, or adds empty ones, and changes them.</summary>
    /// <param name="instance">The name given to <c>AddX</c>, such as <c>groq</c>.</param>
    /// <param name="configure">Changes the settings in place.</param>
    public void ConfigureProvider(string instance, Action<LLMInstanceOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instance);
        ArgumentNullException.ThrowIfNull(configure);
        if (!Providers.TryGetValue(instance, out var settings))
        {
            Providers[instance] = settings = new LLMInstanceOptions();
        }

        configure(settings);
    }
}
