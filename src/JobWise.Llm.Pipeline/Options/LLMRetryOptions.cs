namespace JobWise.Llm;

/// <summary>When and how often a failed attempt is repeated. Only transient failures are, and a stream only before its first update.</summary>
public sealed class LLMRetryOptions
{
    /// <summary>The most attempts on one lane, the first included; 1 turns retries off.</summary>
    /// <value>The default value is 3.</value>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The longest wait before the second attempt; the wait is drawn at random between 100 ms and this.</summary>
    /// <value>The default value is 1 second.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What the longest wait is multiplied by for every further attempt.</summary>
    /// <value>The default value is 2.</value>
    public double Factor { get; set; } = 2;

    /// <summary>The cap of the wait where the provider gives no hint.</summary>
    /// <value>The default value is 30 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest hint of the provider (<c>Retry-After</c>) that is waited for; after a longer one the lane is given up at once.</summary>
    /// <value>The default value is 60 seconds.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The share of a lane's calls of the last 60 seconds that may be repeated, so that an outage is not made worse.</summary>
    /// <value>The default value is 0.1.</value>
    public double BudgetRatio { get; set; } = 0.1;

    /// <summary>As many retries as this are allowed within 60 seconds however few calls there are.</summary>
    /// <value>The default value is 3.</value>
    public int BudgetFloor { get; set; } = 3;
}
