using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class ModelSelectionLLMServiceTests
{
    private const string Workflow = "content_ranking";

    [Fact]
    public async Task GenerateAsync_with_an_empty_request_fills_in_the_common_values_and_marks_them_as_defaults()
    {
        await using var pipeline = PipelineUnderTest.Create();

        var sent = await SendAsync(pipeline, Some.Request);

        Assert.Equal(("groq-default", 0.3, 2000), (sent.Model, sent.Temperature, sent.MaxTokens));
        Assert.Equal(LLMDefaultedOptions.Model | LLMDefaultedOptions.Temperature | LLMDefaultedOptions.MaxTokens, sent.Call.Defaulted);
    }

    [Fact]
    public async Task GenerateAsync_with_everything_set_changes_nothing_and_marks_nothing()
    {
        await using var pipeline = CreateWithWorkflow(settings => (settings.Model, settings.Temperature, settings.MaxTokens) = ("w", 1, 1));

        var sent = await SendAsync(pipeline, Some.Request with { Workflow = Workflow, Model = "mine", Temperature = 0, MaxTokens = 7 });

        Assert.Equal(("mine", 0.0, 7, LLMDefaultedOptions.None), (sent.Model, sent.Temperature, sent.MaxTokens, sent.Call.Defaulted));
    }

    [Fact]
    public async Task GenerateAsync_with_a_workflow_takes_its_values_before_those_of_the_instance()
    {
        await using var pipeline = CreateWithWorkflow(settings => (settings.Model, settings.Temperature) = ("w", 1));

        var sent = await SendAsync(pipeline, Some.Request with { Workflow = "CONTENT_RANKING" });

        Assert.Equal(("w", 1.0, 500), (sent.Model, sent.Temperature, sent.MaxTokens));
    }

    [Theory]
    [InlineData("groq", "for-groq")]
    [InlineData("openai", "groq-default")]
    public async Task GenerateAsync_with_models_by_vendor_takes_that_of_the_lane_else_its_default(string vendor, string model)
    {
        await using var pipeline = CreateWithWorkflow(settings => settings.ModelByProvider[vendor] = "for-" + vendor);

        var sent = await SendAsync(pipeline, Some.Request with { Workflow = Workflow });

        Assert.Equal(model, sent.Model);
    }

    [Fact]
    public async Task GenerateAsync_with_an_unknown_workflow_lists_the_known_ones_and_sends_nothing()
    {
        await using var pipeline = CreateWithWorkflow(_ => { });

        var error = await Assert.ThrowsAsync<LLMUnknownWorkflowException>(() => pipeline.Service.GenerateAsync(Some.Request with { Workflow = "ranking" }));

        Assert.Equal(
            "The workflow 'ranking' is not known; known: content_ranking. Describe it with ConfigureWorkflow(\"ranking\", …) or under "
            + "JobWise:Llm:Workflows:ranking, or leave LLMRequest.Workflow null.",
            error.Message);
        Assert.Equal(["content_ranking"], error.Known);
        Assert.Empty(pipeline.Provider.Requests);
    }

    [Fact]
    public async Task GenerateAsync_with_a_workflow_on_another_provider_is_served_there()
    {
        var other = new FakeProvider("openai");
        await using var pipeline = PipelineUnderTest.Create(options => options.Provider = "groq", builder => builder
            .AddProvider("openai", (_, _) => other).ConfigureWorkflow(Workflow, settings => settings.Provider = "openai"));

        var response = await pipeline.Service.GenerateAsync(Some.Request with { Workflow = Workflow });

        Assert.Equal(("openai", "openai-default"), (response.Route!.Instance, other.Requests[0].Model));
    }

    [Theory]
    [InlineData("openai", "openai-default", true)]
    [InlineData("OpenAI/openai/gpt-oss-20b", "openai/gpt-oss-20b", false)]
    public async Task GenerateAsync_pinned_to_a_lane_is_served_there_whatever_the_workflow_says(string lane, string model, bool isDefault)
    {
        var other = new FakeProvider("openai");
        await using var pipeline = PipelineUnderTest.Create(options => options.Provider = "groq", builder => builder
            .AddProvider("openai", (_, _) => other).ConfigureWorkflow(Workflow, settings => settings.Provider = "groq"));

        var response = await pipeline.Service.GenerateAsync(Some.Request with { Workflow = Workflow, Call = new() { PinnedLane = lane } });

        Assert.Equal(("openai", model), (response.Route!.Instance, other.Requests[0].Model));
        Assert.Equal(isDefault, other.Requests[0].Call.Defaulted.HasFlag(LLMDefaultedOptions.Model));
    }

    [Theory]
    [InlineData("nobody", "The provider 'nobody' is not registered; registered: groq. Add it with AddProvider(\"nobody\", …), or with AddOpenAICompatible(\"nobody\") for a server that speaks OpenAI's protocol.")]
    [InlineData("groq/", "LLMCallOptions.PinnedLane is 'groq/', but must be the name of a provider instance, or that, a slash and a model, such as groq/openai/gpt-oss-20b.")]
    [InlineData("groq/b", "LLMRequest.Model is 'a' and LLMCallOptions.PinnedLane asks for 'b'. Set the model in one of them only.")]
    public async Task GenerateAsync_pinned_to_a_lane_that_cannot_be_says_why(string lane, string message)
    {
        await using var pipeline = PipelineUnderTest.Create();

        var error = await Assert.ThrowsAnyAsync<LLMServiceException>(
            () => pipeline.Service.GenerateAsync(Some.Request with { Model = "a", Call = new() { PinnedLane = lane } }));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task GenerateAsync_after_the_configuration_was_reloaded_uses_the_new_model()
    {
        await using var pipeline = PipelineUnderTest.Create(settings: new() { ["JobWise:Llm:Workflows:content_ranking:Model"] = "old" });
        var before = await SendAsync(pipeline, Some.Request with { Workflow = Workflow });

        var configuration = (IConfigurationRoot)pipeline.Services.GetRequiredService<IConfiguration>();
        configuration["JobWise:Llm:Workflows:content_ranking:Model"] = "new";
        configuration.Reload();
        var after = await SendAsync(pipeline, Some.Request with { Workflow = Workflow });

        Assert.Equal(("old", "new"), (before.Model, after.Model));
    }

    [Fact]
    public async Task GenerateAsync_after_a_reload_of_wrong_values_keeps_the_last_good_ones()
    {
        await using var pipeline = PipelineUnderTest.Create(settings: new() { ["JobWise:Llm:MaxTokens"] = "11" });
        await SendAsync(pipeline, Some.Request);

        var configuration = (IConfigurationRoot)pipeline.Services.GetRequiredService<IConfiguration>();
        configuration["JobWise:Llm:MaxTokens"] = "many";
        configuration.Reload();
        var after = await SendAsync(pipeline, Some.Request);

        Assert.Equal(11, after.MaxTokens);
    }

    private static PipelineUnderTest CreateWithWorkflow(Action<LLMWorkflowSettings> configure) => PipelineUnderTest.Create(
        options => options.ConfigureProvider("groq", groq => (groq.Temperature, groq.MaxTokens) = (0.9, 500)),
        builder => builder.ConfigureWorkflow(Workflow, configure));

    private static async Task<LLMRequest> SendAsync(PipelineUnderTest pipeline, LLMRequest request)
    {
        await pipeline.Service.GenerateAsync(request);
        return pipeline.Provider.Requests[^1];
    }
}
