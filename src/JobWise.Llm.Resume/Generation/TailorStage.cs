namespace JobWise.Llm.Resume;

/// <summary>What one stage used.</summary>
public sealed record TailorStage
{
    /// <summary>The stage's workflow, as in <see cref="LLMWorkflows"/>.</summary>
    public required string Workflow { get; init; }

    /// <summary>The vendor that answered.</summary>
    public required string Provider { get; init; }

    /// <summary>The model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>The tokens of the stage, answers given up for a re-ask included; null when the provider did not say.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>The cost of the stage, answers given up for a re-ask included; null outside the pipeline, which prices calls.</summary>
    public LLMCost? Cost { get; init; }

    /// <summary>From building the prompt to the checked answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What had to be mended in the answer; see <see cref="LLMResponse{T}.Repairs"/>.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];
}
