namespace JobWise.Llm.Pipeline;

/// <summary>A rule as it stands in the data.</summary>
internal sealed record InjectionRuleEntry
{
    public required string Id { get; init; }

    /// <summary>How sure a hit makes: above 0 and up to 1.</summary>
    public required double Score { get; init; }

    /// <summary>What the pattern is matched against.</summary>
    public InjectionRuleKind Kind { get; init; }

    /// <summary>For a rule that is not of words: pieces in lower case of which every match holds one, so that the expression is tried only then.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    public required string Pattern { get; init; }
}
