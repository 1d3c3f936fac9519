namespace JobWise.Llm;

/// <summary>The limits of one model of a provider instance.</summary>
public sealed class LLMModelRateLimitOptions : LLMRateLimitFigures
{
    /// <summary>The model's id as the provider names it, with regard to case. Required.</summary>
    public string? Model { get; set; }
}
