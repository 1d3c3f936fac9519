namespace JobWise.Llm.Pipeline;

/// <summary>What configuration and presets say about one lane.</summary>
internal sealed class RateLimitSettings
{
    public LLMRateLimitMode Mode { get; init; }

    /// <summary>Set by the application; nothing the provider says changes it.</summary>
    public RateLimitFigures Configured { get; init; } = new();

    /// <summary>All plans of the vendor that name the model.</summary>
    public IReadOnlyList<RateLimitPlan> Plans { get; init; } = [];

    /// <summary>The plan to start from; null presumes nothing.</summary>
    public string? Plan { get; init; }

    /// <summary>Whether the application named the plan, rather than the data presumed it.</summary>
    public bool IsPlanNamed { get; init; }

    public RateLimitVendor Vendor { get; init; } = new() { CountsOutputCap = true, CountsCachedTokens = true };
}
