namespace JobWise.Llm.Resume;

/// <summary>What someone else says about the person. It is shown as written and never used as evidence.</summary>
public sealed record ReferenceEntry
{
    /// <summary><c>reference-1</c>, counted from 1 in the order of the source.</summary>
    public required string Id { get; init; }

    /// <summary>Who speaks.</summary>
    public string? Name { get; init; }

    /// <summary>What is said.</summary>
    public string? Text { get; init; }
}
