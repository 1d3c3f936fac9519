using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Resume;

public class ResumeLLMBuilderExtensionsTests
{
    [Theory]
    [InlineData(LLMWorkflows.AnalysisMatching, 0.2, 2500, "openai/gpt-oss-20b")]
    [InlineData(LLMWorkflows.GenerationValidation, 0.4, 2500, "openai/gpt-oss-120b")]
    [InlineData(LLMWorkflows.WritingStyleExtraction, 0.3, 1500, "openai/gpt-oss-20b")]
    [InlineData(LLMWorkflows.ProfileEnhancement, 0.4, 2000, "openai/gpt-oss-120b")]
    [InlineData(LLMWorkflows.ContentRanking, 0.3, 2500, "openai/gpt-oss-20b")]
    [InlineData(LLMWorkflows.CoverLetterGeneration, 0.5, 3000, "openai/gpt-oss-120b")]
    public void AddJobWiseResume_workflows_have_their_defaults(string workflow, double temperature, int maxTokens, string groqModel)
    {
        using var services = Build(_ => { });

        var settings = services.GetRequiredService<IOptions<LLMWorkflowOptions>>().Value.Workflows[workflow];

        Assert.Equal((temperature, maxTokens, groqModel), (settings.Temperature, settings.MaxTokens, settings.ModelByProvider["groq"]));
        Assert.NotNull(settings.Description);
    }

    [Fact]
    public void AddJobWiseResume_what_was_set_before_or_after_wins()
    {
        using var services = Build(builder => builder.Services.Configure<LLMWorkflowOptions>(options =>
            options.Configure(LLMWorkflows.AnalysisMatching, settings => settings.Temperature = 0.9)));

        Assert.Equal(0.9, services.GetRequiredService<IOptions<LLMWorkflowOptions>>().Value.Workflows[LLMWorkflows.AnalysisMatching].Temperature);
    }

    [Fact]
    public void AddJobWiseResume_twice_registers_one_tailor()
    {
        using var services = Build(builder => builder.AddJobWiseResume());

        Assert.Single(services.GetServices<ResumeTailor>());
    }

    private static ServiceProvider Build(Action<ILLMBuilder> before)
    {
        var builder = new TestBuilder();
        builder.Services.AddSingleton<ILLMService>(new MockLLMService());
        before(builder);
        builder.AddJobWiseResume();
        return builder.Services.BuildServiceProvider();
    }

    private sealed class TestBuilder : ILLMBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();
    }
}
