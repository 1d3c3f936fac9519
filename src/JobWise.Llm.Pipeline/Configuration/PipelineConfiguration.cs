using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace JobWise.Llm.Pipeline;

/// <summary>Applies whatever configuration there is, the flat names first and the section over them.</summary>
internal sealed class PipelineConfiguration(IServiceProvider services)
{
    // One configuration may serve a program that registers Groq and its tests that register the mock.
    private static readonly string[] ShippedNames = ["anthropic", "groq", "local", "mock", "openai"];

    private readonly IConfiguration? _configuration =
        services.GetService<GivenConfiguration>()?.Configuration ?? services.GetService<IConfiguration>();

    private readonly bool _hasFlatNames = services.GetService<FlatNamesWanted>() is not null;

    public void Apply(LLMPipelineOptions options) => Read(options, []);

    public void Apply(LLMWorkflowOptions options) => Read(options, []);

    public IConfigurationSection? FindSection(string path) => _configuration?.GetSection(path);

    public IEnumerable<string> FindProblemsOfPipeline()
    {
        List<string> problems = _hasFlatNames && _configuration is null
            ? ["AddJobWiseLlmEnvironment() reads IConfiguration, and none is registered. Pass one to AddJobWiseLlm(configuration), or use a host."]
            : [];
        Read(new LLMPipelineOptions(), problems);
        return problems;
    }

    /// <summary>A section of an instance that nobody registered would be read by no one, so a typing error in its name would go unseen.</summary>
    public IEnumerable<string> FindUnknownInstances(ProviderDirectory providers) =>
        from section in FindSection(PipelineSection.Path + ":Providers")?.GetChildren() ?? []
        where providers.Names.Count > 0 && !providers.Has(section.Key) && !ShippedNames.Contains(section.Key, StringComparer.OrdinalIgnoreCase)
        select $"{section.Path} is for a provider that is not registered; registered: {string.Join(", ", providers.Names)}. "
            + "Correct the name, register the provider, or remove the section.";

    public IEnumerable<string> FindProblemsOfWorkflows()
    {
        List<string> problems = [];
        Read(new LLMWorkflowOptions(), problems);
        return problems;
    }

    /// <summary>Which key the provider's name came from, for messages.</summary>
    public string NameProviderKey(string provider)
    {
        const string InSection = PipelineSection.Path + ":Provider";
        if (_configuration?[InSection]?.Trim() == provider)
        {
            return InSection;
        }

        if (!_hasFlatNames || _configuration is null)
        {
            return "LLMPipelineOptions.Provider";
        }

        return _configuration[FlatNames.Provider]?.Trim() == provider ? FlatNames.Provider
            : string.IsNullOrWhiteSpace(_configuration[FlatNames.UseGroq]) ? "LLMPipelineOptions.Provider"
            : FlatNames.UseGroq;
    }

    public IChangeToken GetReloadToken() => _configuration?.GetReloadToken() ?? new CancellationChangeToken(CancellationToken.None);

    private void Read(LLMPipelineOptions options, ICollection<string> problems)
    {
        if (_configuration is not null && _hasFlatNames)
        {
            FlatNames.Read(_configuration, options, problems);
        }

        if (_configuration is not null)
        {
            PipelineSection.Read(_configuration, options, problems);
        }
    }

    private void Read(LLMWorkflowOptions options, ICollection<string> problems)
    {
        if (_configuration is not null && _hasFlatNames)
        {
            FlatNames.Read(_configuration, options, problems);
        }

        if (_configuration is not null)
        {
            WorkflowSection.Read(_configuration, options, problems);
        }
    }
}
