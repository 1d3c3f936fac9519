namespace JobWise.Llm;

/// <summary>The part of <see cref="MockLLMOptions"/> that a configuration file can hold; null leaves the default.</summary>
internal sealed class MockLLMSettings
{
    public string? ProviderName { get; set; }

    public string? DefaultModel { get; set; }

    public List<string>? Models { get; set; }

    public TimeSpan? Latency { get; set; }

    public TimeSpan? ChunkDelay { get; set; }

    public bool? Strict { get; set; }

    public bool? ShowTextInAssertions { get; set; }
}
