namespace JobWise.Llm.Pipeline;

/// <summary>How a vendor counts.</summary>
internal sealed class RateLimitVendor
{
    /// <summary>The plan that is presumed until the provider's answers tell otherwise; null presumes none.</summary>
    public string? DefaultPlan { get; set; }

    /// <summary>Whether the output cap is counted when the request comes, rather than what was written in the end.</summary>
    public bool CountsOutputCap { get; set; }

    /// <summary>Whether input from the prompt cache counts.</summary>
    public bool CountsCachedTokens { get; set; }
}
