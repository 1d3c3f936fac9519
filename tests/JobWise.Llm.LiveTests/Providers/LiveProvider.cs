using JobWise.Llm.LiveTests.Models;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.LiveTests.Providers;

/// <summary>What is asked of every model of a vendor, through the whole pipeline and with the key of the environment.</summary>
public abstract class LiveProvider : IAsyncLifetime
{
    private readonly string _vendor;
    private readonly ServiceProvider _services;

    /// <summary>Builds the pipeline; nothing is sent before the first call.</summary>
    /// <param name="vendor">As the catalogue names it.</param>
    /// <param name="add">Calls the package's <c>AddX</c>.</param>
    protected LiveProvider(string vendor, Action<ILLMBuilder> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        _vendor = vendor;
        var services = new ServiceCollection();
        add(services.AddJobWiseLlm(options =>
        {
            options.MaxTokens = RunLimits.MaxTokens;
            options.MostSends = RunLimits.MostSends;
            options.Timeout = TimeSpan.FromMinutes(3);
            options.AttemptTimeouts.FirstContent = TimeSpan.FromMinutes(1);
        }));
        _services = services.BuildServiceProvider();
    }

    private ILLMService Service => _services.GetRequiredService<ILLMService>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _services.DisposeAsync().AsTask();

    protected async Task AnswersAsync(string model)
    {
        var response = await Service.GenerateAsync(Ask(model, "Say in one short sentence what a lake is."));

        Assert.False(string.IsNullOrWhiteSpace(response.Text));
        AssertIsComplete(response);
    }

    protected async Task StreamsAsync(string model)
    {
        List<LLMStreamUpdate> updates = [];
        await foreach (var update in Service.GenerateStreamAsync(Ask(model, "Name three rivers of Europe in one sentence.")))
        {
            updates.Add(update);
        }

        var response = updates[^1].Response;
        Assert.NotNull(response);
        Assert.Single(updates, update => update.Kind == LLMStreamUpdateKind.Completed);
        Assert.Equal(string.Concat(updates.Select(update => update.Text)), response.Text);
        Assert.False(string.IsNullOrWhiteSpace(response.Text));
        AssertIsComplete(response);
    }

    protected async Task AnswersInJsonAsync(string model)
    {
        var answer = await Service.GenerateJsonAsync(Ask(model, "Which city is the capital of Norway?"), CapitalContext.Default.Capital);

        Assert.Equal("Oslo", answer.Value.City);
        AssertIsComplete(answer.Response);
    }

    protected async Task IsHealthyAsync()
    {
        var health = await Service.CheckHealthAsync();

        Assert.True(health.Status == LLMHealthStatus.Healthy, health.Reason);
    }

    protected async Task ListsItsDefaultModelsAsync()
    {
        var catalog = _services.GetRequiredService<LLMModelCatalog>();
        var listed = (await Service.GetAvailableModelsAsync()).Select(model => model.Id).ToList();

        Assert.Contains(catalog.DefaultModel(_vendor), listed);
        Assert.Contains(catalog.SmallModel(_vendor), listed);
    }

    private LLMRequest Ask(string model, string prompt) => new()
    {
        Prompt = prompt,
        Model = model,
        ReasoningEffort = ChatModels.LeastEffort(_vendor, model),
    };

    private void AssertIsComplete(LLMResponse response)
    {
        Assert.Equal((_vendor, LLMFinishReason.Stop), (response.Provider, response.FinishReason));
        Assert.True(response.Usage is { PromptTokens: > 0, CompletionTokens: > 0, CompletionTokens: <= RunLimits.MaxTokens }, $"The usage is {response.Usage}.");
        Assert.True(response.Usage.PromptTokens <= RunLimits.PromptTokens, $"{response.Usage.PromptTokens} input tokens are more than the documented cost allows for.");
        Assert.NotNull(response.Cost);
    }
}
