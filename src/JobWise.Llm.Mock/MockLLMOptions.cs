namespace JobWise.Llm;

/// <summary>
/// How a mock behaves where its script says nothing else. In a container, <c>JobWise:Llm:Providers:{name}</c> sets the plain values and
/// <c>AddMock(name, o => o.Answer(…))</c> the script.
/// </summary>
public sealed class MockLLMOptions : IMockScripted
{
    /// <summary>The answers. Several mocks may share one script; each still records its own calls.</summary>
    /// <value>The default value is an empty script of its own.</value>
    public MockScript Script { get; set; } = new();

    /// <summary>The vendor the mock reports, for tests of code that looks at it, such as prices.</summary>
    /// <value>The default value is <c>mock</c>.</value>
    public string ProviderName { get; set; } = "mock";

    /// <summary>The model that answers when neither the request nor the answer names one.</summary>
    /// <value>The default value is <c>mock-model</c>.</value>
    public string DefaultModel { get; set; } = "mock-model";

    /// <summary>What the mock lists as its models. A request may name any other.</summary>
    /// <value>The default value is <c>mock-model</c> alone.</value>
    public IList<string> Models { get; set; } = ["mock-model"];

    /// <summary>The wait before the answer, or before the first piece of a stream; an answer may set its own.</summary>
    /// <value>The default value is zero.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>The wait before each further piece of a stream; an answer may set its own.</summary>
    /// <value>The default value is zero.</value>
    public TimeSpan ChunkDelay { get; set; }

    /// <summary>Whether a call that no queued answer and no rule fits throws <see cref="MockAssertionException"/> instead of getting the default answer.</summary>
    /// <value>The default value is false.</value>
    public bool Strict { get; set; }

    /// <summary>Whether failed assertions print the text of the calls. Off, they print lengths, so that a resume does not end in a build log.</summary>
    /// <value>The default value is false.</value>
    public bool ShowTextInAssertions { get; set; }

    /// <summary>What the health check says.</summary>
    /// <value>The default value is healthy.</value>
    public LLMHealth Health { get; set; } = new() { Status = LLMHealthStatus.Healthy };
}
