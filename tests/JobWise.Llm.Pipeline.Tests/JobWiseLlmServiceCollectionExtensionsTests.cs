using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

public class JobWiseLlmServiceCollectionExtensionsTests
{
    [Fact]
    public void GetService_through_the_pipeline_finds_the_batches_of_its_default_provider()
    {
        var mock = new MockLLMService();
        var services = new ServiceCollection();
        services.AddLogging().AddJobWiseLlm(options => options.Provider = "mock").AddMock(mock);
        using var provider = services.BuildServiceProvider();

        Assert.Same(mock.Batches, provider.GetRequiredService<ILLMService>().GetService(typeof(ILLMBatchService)));
        Assert.Same(mock.Batches, provider.GetRequiredKeyedService<ILLMBatchService>("mock"));
    }

    [Fact]
    public async Task StartAsync_of_a_host_with_a_wrong_value_fails_with_its_message()
    {
        using var host = CreateHost(new() { ["JobWise:Llm:MaxTokens"] = "abc" });

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("JobWise:Llm:MaxTokens is 'abc', but must be a whole number above 0, such as 2000.", error.Message);
    }

    [Fact]
    public async Task StartAsync_of_a_host_with_a_provider_that_is_not_registered_fails_before_any_call()
    {
        using var host = CreateHost(new() { ["LLM_PROVIDER"] = "openai" });

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("Add it with AddOpenAI() from the package JobWise.Llm.OpenAI.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_of_a_host_whose_workflow_uses_a_retired_model_warns_with_the_replacement()
    {
        var log = new RecordingLogger();
        using var host = CreateHost(new() { ["LLM_STAGE2_MODEL"] = "llama-3.3-70b-versatile" }, log);

        await host.StartAsync();

        var (level, id, text) = Assert.Single(log.Entries, entry => entry.Id.Name == "RetiredModel");
        Assert.Equal((LogLevel.Warning, 6), (level, id.Id));
        Assert.StartsWith("The model 'llama-3.3-70b-versatile' of groq was retired on 16 August 2026", text, StringComparison.Ordinal);
        Assert.Contains("use 'openai/gpt-oss-120b'. It is set by the workflow 'generation_validation'.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_of_a_host_whose_provider_has_a_retired_default_model_warns()
    {
        var log = new RecordingLogger();
        using var host = CreateHost([], log, defaultModel: "llama-3.1-8b-instant");

        await host.StartAsync();

        var (_, _, text) = Assert.Single(log.Entries, entry => entry.Id.Name == "RetiredModel");
        Assert.Contains("It is set by the default model of the provider 'groq'.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_of_a_host_whose_fallback_names_a_retired_model_warns()
    {
        var log = new RecordingLogger();
        using var host = CreateHost(new() { ["JobWise:Llm:Routing:Fallbacks:0"] = "groq/llama-3.1-8b-instant" }, log);

        await host.StartAsync();

        var (_, _, text) = Assert.Single(log.Entries, entry => entry.Id.Name == "RetiredModel");
        Assert.Contains("It is set by the lane 'groq/llama-3.1-8b-instant' of JobWise:Llm:Routing.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_of_a_host_with_models_in_service_warns_of_nothing()
    {
        var log = new RecordingLogger();
        using var host = CreateHost(new() { ["LLM_STAGE1_MODEL"] = "openai/gpt-oss-20b" }, log);

        await host.StartAsync();

        Assert.DoesNotContain(log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public void Start_with_a_provider_whose_own_options_are_wrong_leaves_the_telling_to_its_own_validation()
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddProvider("groq", (_, _) => throw new LLMInvalidRequestException("BaseUrl is wrong."));
        using var provider = services.BuildServiceProvider();

        var error = Record.Exception(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Null(error);
    }

    [Fact]
    public void AddJobWiseLlm_called_twice_registers_one_pipeline_and_applies_both_settings()
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm(options => options.MaxTokens = 1).AddProvider("groq", (_, _) => new FakeProvider());
        services.AddJobWiseLlm(options => options.Temperature = 1);

        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<LLMPipelineOptions>>().Value;
        Assert.Single(provider.GetServices<ILLMService>());
        Assert.Equal((1, 1.0), (options.MaxTokens, options.Temperature));
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new LLMPipelineOptions();

        Assert.Equal((0.3, 2000, TimeSpan.FromSeconds(60), 4), (options.Temperature, options.MaxTokens, options.Timeout, options.MostSends));
        Assert.Equal((3, 2.0), (options.Retry.MaxAttempts, options.Retry.Factor));
        Assert.Equal(
            (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)),
            (options.Retry.BaseDelay, options.Retry.MaxDelay, options.Retry.MaxRetryAfter));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)), (options.AttemptTimeouts.FirstContent, options.AttemptTimeouts.Idle));
    }

    [Fact]
    public void The_section_of_the_catalogue_changes_prices()
    {
        using var services = OptionsUnderTest.Create(
            new()
            {
                ["JobWise:Llm:Catalog:Prices:0:Provider"] = "groq",
                ["JobWise:Llm:Catalog:Prices:0:Model"] = "my-model",
                ["JobWise:Llm:Catalog:Prices:0:Input"] = "1.5",
                ["JobWise:Llm:Catalog:Prices:0:Output"] = "2",
                ["JobWise:Llm:Catalog:Prices:0:ValidFrom"] = "2026-01-01",
            },
            providers: "groq");

        var cost = services.GetRequiredService<LLMPriceBook>().Estimate("groq", "my-model", 1_000_000, 1_000_000, new DateOnly(2026, 11, 24));

        Assert.Equal(3.5m, cost.Usd);
    }

    [Fact]
    public void A_wrong_value_in_the_catalogue_names_key_value_and_cure()
    {
        var failures = OptionsUnderTest.FindFailures<LLMCatalogOptions>(new() { ["JobWise:Llm:Catalog:Prices:0:Input"] = "cheap" }, providers: "groq");

        Assert.Equal(
            [
                "Failed to convert configuration value 'cheap' at 'JobWise:Llm:Catalog:Prices:0:Input' to type 'System.Decimal'. "
                + "Correct the value; the section's keys are those of LLMModelEntry, LLMPriceEntry and LLMPriceFile.",
            ],
            failures);
    }

    private static IHost CreateHost(Dictionary<string, string?> settings, RecordingLogger? log = null, string defaultModel = "openai/gpt-oss-120b")
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        var metadata = new LLMServiceMetadata { ProviderName = "groq", InstanceName = "groq", DefaultModel = defaultModel };
        builder.Services.AddJobWiseLlm().AddJobWiseLlmEnvironment().AddProvider("groq", (_, _) => new FakeProvider { Metadata = metadata });
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        return builder.Build();
    }
}
