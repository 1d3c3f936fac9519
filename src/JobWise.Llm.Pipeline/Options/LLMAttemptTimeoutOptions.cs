namespace JobWise.Llm;

/// <summary>How long one attempt may wait for the provider. The time that the consumer of a stream takes is never counted.</summary>
public sealed class LLMAttemptTimeoutOptions
{
    /// <summary>The longest wait for the first content of a stream, and for the whole of an answer that is not streamed.</summary>
    /// <value>The default value is 30 seconds.</value>
    public TimeSpan FirstContent { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait between two pieces of content of a stream. Updates without content do not start it anew.</summary>
    /// <value>The default value is 30 seconds.</value>
    public TimeSpan Idle { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most that all waits of one attempt may take together, however steadily content comes; null sets no limit but the call's total.</summary>
    /// <value>The default value is <see langword="null"/>.</value>
    public TimeSpan? Attempt { get; set; }
}
