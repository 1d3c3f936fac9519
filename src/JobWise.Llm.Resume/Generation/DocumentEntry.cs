namespace JobWise.Llm.Resume;

/// <summary>A job, project, school or the like. All but the bullets is copied from the profile.</summary>
public sealed record DocumentEntry
{
    /// <summary>The profile's id of the entry.</summary>
    public required string Id { get; init; }

    /// <summary>The job title, the project's name, the degree.</summary>
    public required string Heading { get; init; }

    /// <summary>The employer, the client, the school; null when the profile names none.</summary>
    public string? Organization { get; init; }

    /// <summary>Such as "03/2021 – Present"; null when the profile names none.</summary>
    public string? Dates { get; init; }

    /// <summary>Where; null when the profile does not say.</summary>
    public string? Location { get; init; }

    /// <summary>Paragraphs below the heading.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>The bullets, the most relevant first.</summary>
    public IReadOnlyList<TailoredText> Bullets { get; init; } = [];
}
