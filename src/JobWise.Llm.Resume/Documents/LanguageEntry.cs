namespace JobWise.Llm.Resume;

/// <summary>A language.</summary>
public sealed record LanguageEntry
{
    /// <summary><c>language-1</c>, counted from 1 in the order of the source.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Language { get; init; }

    /// <summary>How well it is spoken, as written.</summary>
    public string? Fluency { get; init; }
}
