namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>One call as the simulation wants it: the same for every subject, since it depends on nothing but its place in the load.</summary>
internal sealed record CallPlan
{
    /// <summary>Who makes it.</summary>
    public int Worker { get; init; }

    /// <summary>What the provider will count for the prompt.</summary>
    public required int PromptTokens { get; init; }

    /// <summary>How long the text of the prompt is; nobody but the provider knows what it counts for.</summary>
    public int PromptCharacters { get; init; } = 1;

    /// <summary>The most output that is asked for, counted up front.</summary>
    public required int OutputCap { get; init; }

    /// <summary>The output that really comes.</summary>
    public required int OutputTokens { get; init; }

    /// <summary>1 for a job that has already begun.</summary>
    public int Priority { get; init; }

    /// <summary>What the provider counts when the request arrives.</summary>
    public int TokensUpFront => PromptTokens + OutputCap;
}
