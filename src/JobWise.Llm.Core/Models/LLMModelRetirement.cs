namespace JobWise.Llm;

/// <summary>The end of a model.</summary>
public sealed record LLMModelRetirement
{
    /// <summary>The first day on which calls fail, past or announced; null means retired, date unknown.</summary>
    public DateOnly? RetiredOn { get; init; }

    /// <summary>The model that the vendor names in its place; null when none is known.</summary>
    public string? Replacement { get; init; }

    /// <summary>For whom it ended, when not for everyone.</summary>
    public string? Note { get; init; }

    /// <summary>Who says that it ended; null when nobody is named.</summary>
    public string? Source { get; init; }
}
