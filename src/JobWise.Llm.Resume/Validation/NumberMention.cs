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

    /// <summary>The stems of up to three words before it that carry meaning.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The stems of up to three words after it that carry meaning, as far as the next number.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The tokens that make it up, from the first qualifier to the unit of magnitude.</summary>
    public required Range Tokens { get; init; }

    public bool IsSameAs(NumberMention other) =>
        Kind == other.Kind && Value == other.Value && Currency == other.Currency && TimeUnit == other.TimeUnit;

    /// <summary>Whether this claims no more than the source: a bound may not be dropped or added, only "15+" may become "15".</summary>
    public bool ClaimsNoMoreThan(NumberMention source) => Bound == source.Bound || (source.Bound == NumberBound.AtLeast && Bound == NumberBound.Exact);

    /// <summary>Whether it counts what the source counts: by the words that follow, else by the word before.</summary>
    public bool IsBoundAs(NumberMention source)
    {
        if (After.Count > 0 && source.After.Count > 0)
            return source.After.Contains(After[0]);
        return Before.Count > 0 ? source.Before.Count > 0 && Before[^1] == source.Before[^1] : After.Count == 0;
    }
}
