namespace JobWise.Llm;

/// <summary>How the room under a limit is counted.</summary>
public enum LLMRateLimitMode
{
    /// <summary>As providers do: a bucket of the limit's size that refills without a pause. A burst up to the limit goes at once.</summary>
    Mirror = 0,

    /// <summary>Never more than the limit in any window, wherever it begins. For providers that count so, and for limits of your own.</summary>
    Strict = 1,
}
