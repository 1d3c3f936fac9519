namespace JobWise.Llm;

/// <summary>The end of a model.</summary>
public sealed record LLMModelRetirement
{
    /// <summary>The first day on which calls fail; null means retired, date unknown.</summary>
    public DateOnly? RetiredOn { get; init; }

    /// <summary>The model that the vendor names in its place; null when none is known.</summary>
    public string? Replacement { get; init; }

    /// <summary>For whom it ended, when not for everyone, and who says so.</summary>
    public string? Note { get; init; }
}
