using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>A pipeline whose calls go to <c>groq</c> and fall back to <c>backup</c>.</summary>
internal sealed class TwoLanes : IAsyncDisposable
{
    private readonly PipelineUnderTest _pipeline;

    private TwoLanes(PipelineUnderTest pipeline, FakeProvider backup) => (_pipeline, Backup) = (pipeline, backup);

    public FakeProvider First => _pipeline.Provider;

    public FakeProvider Backup { get; }

    public TwoClockTimeProvider Time => _pipeline.Time;

    public ILLMService Service => _pipeline.Service;

    public IServiceProvider Services => _pipeline.Services;

    public static TwoLanes Create(Action<LLMPipelineOptions>? configure = null, double chance = 0)
    {
        var backup = new FakeProvider("backup");
        var pipeline = PipelineUnderTest.Create(
            options =>
            {
                options.Provider = "groq";
                options.Routing.Fallbacks.Add("backup");
                options.Retry.MaxAttempts = 1;
                configure?.Invoke(options);
            },
            builder => builder.AddProvider("backup", (_, _) => backup),
            chance: chance);
        return new TwoLanes(pipeline, backup);
    }

    public Task<LLMResponse> AskAsync(LLMRequest? request = null) => Service.GenerateAsync(request ?? Some.Request);

    public ValueTask DisposeAsync() => _pipeline.DisposeAsync();
}
