namespace JobWise.Llm;

/// <summary>How the limits of the providers are kept, so that calls wait here instead of being refused there.</summary>
public sealed class LLMRateLimitingOptions
{
    /// <summary>Whether limits are kept at all.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool IsEnabled { get; set; } = true;

    /// <summary>How the room under a limit is counted.</summary>
    /// <value>The default value is <see cref="LLMRateLimitMode.Mirror"/>.</value>
    public LLMRateLimitMode Mode { get; set; }

    /// <summary>Whether the output cap of a call that can never fit is lowered, to no less than 256 tokens, so that it fits.</summary>
    /// <value>The default value is <see langword="false"/>: such a call fails before it is sent.</value>
    public bool FitOutput { get; set; }
}
