namespace JobWise.Llm.Pipeline;

/// <summary>What a vendor grants to the accounts of one plan, for some models.</summary>
internal sealed class RateLimitPlan : LLMRateLimitFigures
{
    private RateLimitFigures? _figures;

    /// <summary>The vendor; see <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string Provider { get; set; }

    public required string Plan { get; set; }

    public required List<string> Models { get; set; }

    /// <summary>A key of the file's list of sources.</summary>
    public required string Source { get; set; }

    public long this[LLMRateLimitKind kind] => (_figures ??= RateLimitFigures.Of(this, null))[kind];
}
