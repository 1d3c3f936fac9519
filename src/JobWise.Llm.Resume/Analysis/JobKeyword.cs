namespace JobWise.Llm.Resume;

/// <summary>A word or phrase that the posting asks for.</summary>
public sealed record JobKeyword
{
    /// <summary>As the posting spells it.</summary>
    public required string Text { get; init; }

    /// <summary>How much the posting wants it.</summary>
    public required JobKeywordKind Kind { get; init; }

    /// <summary>The spelling to show: the profile's where it has the keyword, else the posting's.</summary>
    public required string Display { get; init; }

    /// <summary>The ids of the profile's texts and sections that prove the keyword; empty when it is missing.</summary>
    public IReadOnlyList<string> EvidenceIds { get; init; } = [];

    /// <summary>Whether the profile proves it.</summary>
    public bool IsMatched => EvidenceIds.Count > 0;
}
