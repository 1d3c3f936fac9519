namespace JobWise.Llm;

/// <summary>The limits that a provider instance keeps, for each of its models. A figure set here is never changed by what the provider says.</summary>
public sealed class LLMRateLimitOptions : LLMRateLimitFigures
{
    /// <summary>Other figures for single models. What is null in one takes the instance's figure.</summary>
    public List<LLMModelRateLimitOptions> Models { get; } = [];
}
