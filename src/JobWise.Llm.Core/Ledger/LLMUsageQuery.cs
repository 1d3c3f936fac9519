namespace JobWise.Llm;

/// <summary>Which attempts a report is about.</summary>
public sealed record LLMUsageQuery
{
    /// <summary>The first day, in UTC.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, in UTC.</summary>
    public required DateOnly To { get; init; }

    /// <summary>By what the attempts are grouped.</summary>
    /// <value>The default value is <see cref="LLMUsageGrouping.None"/>.</value>
    public LLMUsageGrouping GroupBy { get; init; }

    /// <summary>The name of the tag to group by; must be set with <see cref="LLMUsageGrouping.Tag"/>, and only then.</summary>
    public string? Tag { get; init; }

    /// <summary>Only the attempts of this user; null for all.</summary>
    public string? UserId { get; init; }

    /// <summary>Only the attempts of this tenant; null for all.</summary>
    public string? Tenant { get; init; }

    /// <summary>Only the attempts of this workflow; null for all.</summary>
    public string? Workflow { get; init; }
}
