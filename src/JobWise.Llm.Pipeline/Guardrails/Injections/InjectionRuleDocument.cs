namespace JobWise.Llm.Pipeline;

/// <summary>The shape of the embedded rules.</summary>
internal sealed record InjectionRuleDocument
{
    /// <summary>The day on which the rules were last measured.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Beginnings of words in ASCII letters, one of which wakes the scan. Text in other scripts, and text of odd shape, wakes it by itself.</summary>
    public required IReadOnlyList<string> Wake { get; init; }

    /// <summary>Likewise, but two of them must stand near each other, since each is common in ordinary text.</summary>
    public required IReadOnlyList<string> WakeTogether { get; init; }

    public required IReadOnlyList<InjectionRuleEntry> Rules { get; init; }
}
