using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline.Tests;

public class PrecedenceTests
{
    private static readonly Dictionary<string, string?> Flat = new()
    {
        ["LLM_DEFAULT_MAX_TOKENS"] = "1",
        ["LLM_STAGE1_MODEL"] = "flat",
        ["GROQ_MAX_RETRIES"] = "1",
    };

    private static readonly Dictionary<string, string?> Section = new()
    {
        ["JobWise:Llm:MaxTokens"] = "2",
        ["JobWise:Llm:Workflows:analysis_matching:Model"] = "section",
        ["JobWise:Llm:Providers:groq:MaxAttempts"] = "2",
    };

    /// <summary>Every order of four registrations: the pipeline, the flat names, code of the user's, and the defaults of a package.</summary>
    public static TheoryData<string> Orders
    {
        get
        {
            var orders = new TheoryData<string>();
            foreach (var order in Permute("pfud"))
            {
                orders.Add(order);
            }

            return orders;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Code_wins_over_the_section_and_the_flat_names_in_any_order(string order)
    {
        var (options, workflow) = Resolve(order, [.. Flat, .. Section]);

        Assert.Equal((3, 3, "code"), (options.MaxTokens, options.Providers["groq"].MaxAttempts, workflow.Model));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_section_wins_over_the_flat_names_and_over_a_packages_defaults_in_any_order(string order)
    {
        var (options, workflow) = Resolve(order.Replace("u", "", StringComparison.Ordinal), [.. Flat, .. Section]);

        Assert.Equal((2, 2, "section"), (options.MaxTokens, options.Providers["groq"].MaxAttempts, workflow.Model));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_flat_names_win_over_defaults_in_any_order(string order)
    {
        var (options, workflow) = Resolve(order.Replace("u", "", StringComparison.Ordinal), Flat);

        Assert.Equal((1, 1, "flat", "package"), (options.MaxTokens, options.Providers["groq"].MaxAttempts, workflow.Model, workflow.Description));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_flat_names_are_not_read_unless_asked_for(string order)
    {
        var (options, workflow) = Resolve(order.Replace("u", "", StringComparison.Ordinal).Replace("f", "", StringComparison.Ordinal), Flat);

        Assert.Equal((2000, 0, "package"), (options.MaxTokens, options.Providers.Count, workflow.Model));
    }

    [Fact]
    public void A_configuration_that_is_given_goes_before_the_one_of_the_host_and_is_seen_by_providers_without_a_host()
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm(Build(Section)).AddProvider("groq", (_, _) => new FakeProvider());

        using var provider = services.BuildServiceProvider();

        Assert.Equal("2", provider.GetRequiredService<IConfiguration>()["JobWise:Llm:MaxTokens"]);
        Assert.Equal(2, provider.GetRequiredService<IOptions<LLMPipelineOptions>>().Value.MaxTokens);
    }

    [Fact]
    public void AddJobWiseLlm_with_the_section_itself_asks_for_the_root()
    {
        var section = Build(Section).GetSection("JobWise:Llm");

        var error = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddJobWiseLlm(section));

        Assert.Equal(
            "The section JobWise:Llm itself was given. Give the root configuration, from which the section is read. (Parameter 'configuration')", error.Message);
    }

    private static IConfiguration Build(IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static (LLMPipelineOptions Options, LLMWorkflowSettings Workflow) Resolve(string order, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Build(settings));
        var builder = new LLMBuilder(services);
        foreach (var step in order)
        {
            _ = step switch
            {
                'p' => services.AddJobWiseLlm().AddProvider("groq", (_, _) => new FakeProvider()),
                'f' => builder.AddJobWiseLlmEnvironment(),
                'u' => UserCode(builder),
                _ => PackageDefaults(builder),
            };
        }

        using var provider = services.BuildServiceProvider();
        return (
            provider.GetRequiredService<IOptions<LLMPipelineOptions>>().Value,
            provider.GetRequiredService<IOptions<LLMWorkflowOptions>>().Value.Workflows[LLMWorkflows.AnalysisMatching]);
    }

    private static ILLMBuilder UserCode(LLMBuilder builder)
    {
        builder.Services.Configure<LLMPipelineOptions>(options =>
        {
            options.MaxTokens = 3;
            options.ConfigureProvider("groq", groq => groq.MaxAttempts = 3);
        });
        return builder.ConfigureWorkflow(LLMWorkflows.AnalysisMatching, settings => settings.Model = "code");
    }

    private static LLMBuilder PackageDefaults(LLMBuilder builder)
    {
        builder.Services.Configure<LLMWorkflowOptions>(options => options.Configure(
            LLMWorkflows.AnalysisMatching, settings => (settings.Model, settings.Description) = ("package", "package")));
        return builder;
    }

    private static IEnumerable<string> Permute(string rest) => rest.Length <= 1
        ? [rest]
        : rest.SelectMany((first, i) => Permute(rest.Remove(i, 1)).Select(tail => first + tail));
}
