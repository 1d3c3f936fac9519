namespace JobWise.Llm.Pipeline;

/// <summary>The shape of <c>limits.json</c>.</summary>
internal sealed class RateLimitDocument
{
    public required DateOnly DataDate { get; set; }

    public required Dictionary<string, string> Sources { get; set; }

    /// <summary>By vendor; <c>*</c> stands for all that are not named.</summary>
    public required Dictionary<string, RateLimitVendor> Vendors { get; set; }

    public required List<RateLimitPlan> Plans { get; set; }
}
