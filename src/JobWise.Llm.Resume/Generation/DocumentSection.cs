namespace JobWise.Llm.Resume;

/// <summary>A section below the skills.</summary>
public sealed record DocumentSection
{
    /// <summary>The heading, such as "Experience".</summary>
    public required string Title { get; init; }

    /// <summary>The entries with headings of their own; empty for a plain list.</summary>
    public IReadOnlyList<DocumentEntry> Entries { get; init; } = [];

    /// <summary>The lines of a plain list; empty for a section of entries.</summary>
    public IReadOnlyList<DocumentLine> Lines { get; init; } = [];
}
