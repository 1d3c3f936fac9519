namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>Every provider of the library.</summary>
internal static class FaultSubjects
{
    public static JobWiseSubject Groq { get; } =
        new("groq", "openai", "groq", (builder, address) => builder.AddGroq(configure: options => Configure(options, address)));

    public static JobWiseSubject OpenAI { get; } =
        new("openai", "openai", "openai", (builder, address) => builder.AddOpenAI(configure: options => Configure(options, address)));

    public static JobWiseSubject OpenAICompatible { get; } =
        new("openai_compatible", "openai", "local", (builder, address) => builder.AddOpenAICompatible(configure: options => Configure(options, address)));

    public static JobWiseSubject Anthropic { get; } =
        new("anthropic", "anthropic", "anthropic", (builder, address) => builder.AddAnthropic(configure: options => Configure(options, address)));

    public static IReadOnlyList<JobWiseSubject> All { get; } = [Groq, OpenAI, OpenAICompatible, Anthropic];

    /// <summary>One provider of each protocol.</summary>
    public static IReadOnlyList<JobWiseSubject> OnePerProtocol { get; } = [.. All.DistinctBy(subject => subject.Protocol)];

    private static void Configure(LLMProviderOptions options, ProviderAddress address)
    {
        options.BaseUrl = address.Url ?? options.BaseUrl;
        options.ApiKey = address.Key;
        options.ApiKeyProvider = address.KeyProvider;
        options.DefaultModel = "fault-model";
        options.ConnectTimeout = address.ConnectTimeout;
        foreach (var (name, value) in address.Headers)
        {
            options.DefaultHeaders[name] = value;
        }
    }
}
