namespace JobWise.Llm;

/// <summary>
/// When the calls of a lane are held back because its provider fails. Failures are what a working provider would not do: no connection, HTTP
/// 5xx, no content in time, a broken answer. Rate limits, quotas, the caller's mistakes and cancellations are none.
/// </summary>
public sealed class LLMCircuitBreakerOptions
{
    /// <summary>Whether calls are ever held back.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool IsEnabled { get; set; } = true;

    /// <summary>This many failures in a row open the circuit.</summary>
    /// <value>The default value is 5.</value>
    public int ConsecutiveFailures { get; set; } = 5;

    /// <summary>This share of failures within <see cref="Window"/> opens the circuit, once there were <see cref="MinimumCalls"/>.</summary>
    /// <value>The default value is 0.5.</value>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>Fewer calls than this within <see cref="Window"/> say nothing about the share of failures.</summary>
    /// <value>The default value is 10.</value>
    public int MinimumCalls { get; set; } = 10;

    /// <summary>The time over which the share is taken, in six slices.</summary>
    /// <value>The default value is 60 seconds.</value>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The first break. It doubles with each failed probe, up to <see cref="MaxBreak"/>.</summary>
    /// <value>The default value is 60 seconds.</value>
    public TimeSpan Break { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest break, and the longest that a probe may take before it counts as failed.</summary>
    /// <value>The default value is 300 seconds.</value>
    public TimeSpan MaxBreak { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>This many probes must succeed, one after the other, before the circuit closes.</summary>
    /// <value>The default value is 2.</value>
    public int Probes { get; set; } = 2;
}
