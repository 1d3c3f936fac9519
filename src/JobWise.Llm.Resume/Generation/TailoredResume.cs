namespace JobWise.Llm.Resume;

/// <summary>A resume for one job, with the proof that nothing in it is invented.</summary>
public sealed record TailoredResume
{
    /// <summary>The resume as pure data; the renderers take it.</summary>
    public required TailoredDocument Document { get; init; }

    /// <summary>What the job asks for and what the profile has of it.</summary>
    public required JobAnalysis Analysis { get; init; }

    /// <summary>Every decision about every text, and the scores.</summary>
    public required ValidationReport Validation { get; init; }

    /// <summary>The two stages, in order.</summary>
    public required IReadOnlyList<TailorStage> Stages { get; init; }

    /// <summary>The tokens of all stages; null when a provider did not say.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>The cost of all stages; its amount is null, with the reason, when the cost of one is unknown.</summary>
    public required LLMCost Cost { get; init; }

    /// <summary>From the call to the finished resume.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The profile that the resume was made from.</summary>
    public required MasterProfile Profile { get; init; }
}
