namespace JobWise.Llm.Conformance;

/// <summary>What the vendor behind the provider under test does.</summary>
public sealed record ProviderBehaviour
{
    /// <summary>The answer; three words, so that a stream has several pieces.</summary>
    public string Text { get; init; } = "Hello conforming world";

    /// <summary>Whether the answer is the text of the last message instead.</summary>
    public bool EchoesPrompt { get; init; }

    public string FinishReason { get; init; } = "stop";

    public ProviderFailure Failure { get; init; }

    /// <summary>The hint of <see cref="ProviderFailure.RateLimited"/>.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(7);

    public StreamEnding Ending { get; init; }

    /// <summary>The ids that the vendor lists.</summary>
    public IReadOnlyList<string> Models { get; init; } = ["model-a", "model-b"];
}
