namespace JobWise.Llm;

/// <summary>How a budget stands in its current period.</summary>
public sealed record LLMBudgetStatus
{
    /// <summary>The budget's name.</summary>
    public required string Budget { get; init; }

    /// <summary>What it is counted by.</summary>
    public LLMBudgetScope Scope { get; init; }

    /// <summary>The user id, tenant, workflow or value of the tag; null for a budget of all calls. May be personal.</summary>
    public string? ScopeValue { get; init; }

    /// <summary>When the period began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the next one begins, in UTC.</summary>
    public DateTimeOffset RenewsAt { get; init; }

    /// <summary>The limit in US dollars; null where there is none.</summary>
    public decimal? LimitUsd { get; init; }

    /// <summary>The limit in tokens; null where there is none.</summary>
    public long? LimitTokens { get; init; }

    /// <summary>US dollars spent.</summary>
    public decimal SpentUsd { get; init; }

    /// <summary>Tokens spent.</summary>
    public long SpentTokens { get; init; }

    /// <summary>The part of <see cref="SpentUsd"/> that is an estimate, as for a call that was cancelled on its way: an upper bound.</summary>
    public decimal EstimatedUsd { get; init; }

    /// <summary>The part of <see cref="SpentTokens"/> that is an estimate.</summary>
    public long EstimatedTokens { get; init; }

    /// <summary>US dollars that calls under way may still spend.</summary>
    public decimal ReservedUsd { get; init; }

    /// <summary>Tokens that calls under way may still spend.</summary>
    public long ReservedTokens { get; init; }

    /// <summary>The dollars that a further call may spend, not below 0; null where there is no limit in dollars.</summary>
    public decimal? LeftUsd => LimitUsd is { } limit ? Math.Max(0, limit - SpentUsd - ReservedUsd) : null;

    /// <summary>The tokens that a further call may spend, not below 0; null where there is no limit in tokens.</summary>
    public long? LeftTokens => LimitTokens is { } limit ? Math.Max(0, limit - SpentTokens - ReservedTokens) : null;
}
