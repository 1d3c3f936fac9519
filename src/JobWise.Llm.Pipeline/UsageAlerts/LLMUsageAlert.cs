namespace JobWise.Llm;

/// <summary>Somebody used far more in an hour than they mostly do.</summary>
public sealed record LLMUsageAlert
{
    /// <summary>Whether a user, an instance or a workflow.</summary>
    public LLMUsageAlertScope Scope { get; init; }

    /// <summary>Which one. May be personal.</summary>
    public required string Value { get; init; }

    /// <summary>When the hour began, in UTC.</summary>
    public DateTimeOffset HourStartedAt { get; init; }

    /// <summary>US dollars in this hour so far, as far as they are known.</summary>
    public decimal Usd { get; init; }

    /// <summary>Tokens in this hour so far.</summary>
    public long Tokens { get; init; }

    /// <summary>The mean of US dollars in an hour before, the recent ones weighing more.</summary>
    public decimal UsualUsd { get; init; }

    /// <summary>The mean of tokens in an hour before, the recent ones weighing more.</summary>
    public long UsualTokens { get; init; }
}
