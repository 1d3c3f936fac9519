namespace JobWise.Llm.Resume;

/// <summary>What was done with a text.</summary>
public enum TextOutcome
{
    /// <summary>The profile's own words; the model proposed nothing else.</summary>
    Kept,

    /// <summary>The model's words, which passed every check.</summary>
    Rephrased,

    /// <summary>The profile's own words, because the model's failed a check.</summary>
    Restored,

    /// <summary>A sentence of the summary that failed a check and has no single source to fall back to.</summary>
    LeftOut,
}
