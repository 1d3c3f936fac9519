using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

public class FlatNamesTests
{
    [Fact]
    public void Every_flat_name_reaches_its_option()
    {
        var (options, workflows) = Read(new()
        {
            ["LLM_PROVIDER"] = " groq ",
            ["LLM_DEFAULT_TEMPERATURE"] = "0.7",
            ["LLM_DEFAULT_MAX_TOKENS"] = "100",
            ["LLM_MAX_RETRIES"] = "5",
            ["LLM_TIMEOUT_SECONDS"] = "90",
            ["GROQ_TIMEOUT"] = "12.5",
            ["GROQ_MAX_RETRIES"] = "2",
        });

        Assert.Equal(("groq", 0.7, 100, 5, 4), (options.Provider, options.Temperature, options.MaxTokens, options.Retry.MaxAttempts, options.MostSends));
        Assert.Equal(TimeSpan.FromSeconds(90), options.Timeout);
        Assert.Equal((TimeSpan.FromSeconds(12.5), 2), (options.Providers["groq"].FirstContentTimeout!.Value, options.Providers["groq"].MaxAttempts!.Value));
        Assert.Empty(workflows.Workflows);
    }

    [Theory]
    [InlineData("LLM_STAGE1_", LLMWorkflows.AnalysisMatching)]
    [InlineData("LLM_STAGE2_", LLMWorkflows.GenerationValidation)]
    public void Every_stage_name_reaches_its_workflow(string prefix, string workflow)
    {
        var (_, workflows) = Read(new() { [prefix + "MODEL"] = "m", [prefix + "MAX_TOKENS"] = "2500", [prefix + "TEMPERATURE"] = "0.2" });

        var settings = Assert.Single(workflows.Workflows);
        Assert.Equal((workflow, "m", 2500, 0.2), (settings.Key, settings.Value.Model, settings.Value.MaxTokens, settings.Value.Temperature));
    }

    [Theory]
    [InlineData(null, "true", "groq")]
    [InlineData(null, "False", "mock")]
    [InlineData("groq", "false", "groq")]
    [InlineData("mock", "true", "mock")]
    [InlineData("", "", null)]
    public void The_name_of_the_provider_beats_the_older_flag(string? name, string? flag, string? provider)
    {
        var (options, _) = Read(new() { ["LLM_PROVIDER"] = name, ["USE_GROQ_LLM"] = flag, ["JobWise:Llm:Timeout"] = "00:01:00" }, provider is null ? "groq" : "groq,mock");

        Assert.Equal(provider, options.Provider);
    }

    private static (LLMPipelineOptions Options, LLMWorkflowOptions Workflows) Read(Dictionary<string, string?> settings, string providers = "groq")
    {
        using var services = OptionsUnderTest.Create(settings, providers: providers.Split(','));
        return (services.GetRequiredService<IOptions<LLMPipelineOptions>>().Value, services.GetRequiredService<IOptions<LLMWorkflowOptions>>().Value);
    }
}
