namespace JobWise.Llm;

/// <summary>What counts as unusual use. An hour must pass all of the bounds at once, in dollars or in tokens.</summary>
public sealed class LLMUsageAlertOptions
{
    /// <summary>How many standard deviations above the mean hour; 1 to 100.</summary>
    /// <value>The default value is 8.</value>
    public double Deviations { get; set; } = 8;

    /// <summary>How many times the mean hour; 1 to 1,000.</summary>
    /// <value>The default value is 4.</value>
    public double Factor { get; set; } = 4;

    /// <summary>US dollars in an hour below which nobody is told of anything; 0 or more.</summary>
    /// <value>The default value is 1.</value>
    public decimal LeastUsd { get; set; } = 1;

    /// <summary>Tokens in an hour below which nobody is told of anything; 0 or more.</summary>
    /// <value>The default value is 200,000.</value>
    public long LeastTokens { get; set; } = 200_000;

    /// <summary>How many hours of somebody's must be known, idle ones included; 1 to 1,000. Who is newer is never unusual.</summary>
    /// <value>The default value is 24.</value>
    public int LeastHours { get; set; } = 24;

    /// <summary>After how long an hour weighs half; 1 to 1,000 hours. Much below a week, each Monday looks unusual after its weekend.</summary>
    /// <value>The default value is 7 days.</value>
    public TimeSpan HalfLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How many users, instances and workflows are followed together; 1 to 1,000,000. When it is reached, those idle for a week make room; if there are none, new ones are not followed.</summary>
    /// <value>The default value is 10,000.</value>
    public int MostFollowed { get; set; } = 10_000;
}
