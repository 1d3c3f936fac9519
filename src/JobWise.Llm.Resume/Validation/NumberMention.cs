namespace JobWise.Llm.Resume;

/// <summary>A number of a text with all that must stay with it.</summary>
internal sealed record NumberMention
{
    /// <summary>The words as written.</summary>
    public required string Raw { get; init; }

    public required NumberKind Kind { get; init; }

    /// <summary>After k, M, "million" and the like.</summary>
    public required decimal Value { get; init; }

    /// <summary>The sign or name of the currency; null for what is no money.</summary>
    public string? Currency { get; init; }

    /// <summary>The stem of the time unit that follows; null for none.</summary>
    public string? TimeUnit { get; init; }

    public NumberBound Bound { get; init; }

    /// <summary>The stems of up to three words before and after it that carry meaning.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <inheritdoc cref="Before"/>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The tokens that make it up, from the first qualifier to the unit of magnitude.</summary>
    public required Range Tokens { get; init; }

    public bool IsSameAs(NumberMention other) =>
        Kind == other.Kind && Value == other.Value && Currency == other.Currency && TimeUnit == other.TimeUnit;

    /// <summary>Whether this claims no more than the source: a bound may not be dropped or added, only "15+" may become "15".</summary>
    public bool ClaimsNoMoreThan(NumberMention source) => Bound == source.Bound || (source.Bound == NumberBound.AtLeast && Bound == NumberBound.Exact);

    /// <summary>Whether it counts what the source counts.</summary>
    public bool IsBoundAs(NumberMention source) =>
        (After.Count > 0 && source.After.Contains(After[0])) || (Before.Count > 0 && source.Before.Contains(Before[^1])) || Before.Count + After.Count == 0;
}
