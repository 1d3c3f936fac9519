using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Samples.Run;

/// <summary>Finds stages whose model has ended. It is worth a warning only: the vendor may still serve the model to this account.</summary>
internal static class RetiredModels
{
    private static readonly (string Name, string Workflow)[] Stages =
        [("stage 1", LLMWorkflows.AnalysisMatching), ("stage 2", LLMWorkflows.GenerationValidation)];

    /// <summary>One sentence for each stage that would ask a retired model.</summary>
    public static IEnumerable<string> Explain(IServiceProvider services, string instance)
    {
        var catalog = services.GetRequiredService<LLMModelCatalog>();
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        foreach (var (name, workflow) in Stages)
        {
            var (vendor, model) = Find(services, instance, workflow);
            if (model is not null && catalog.ExplainRetirement(vendor, model, today) is { } notice)
                yield return $"{name}: {notice}";
        }
    }

    private static (string Vendor, string? Model) Find(IServiceProvider services, string instance, string workflow)
    {
        var settings = services.GetRequiredService<IOptions<LLMWorkflowOptions>>().Value.Workflows.GetValueOrDefault(workflow);
        var metadata = services.GetRequiredService<ILLMServiceFactory>().Create(settings?.Provider ?? instance).Metadata;
        var model = settings?.Model ?? settings?.ModelByProvider.GetValueOrDefault(metadata.ProviderName) ?? metadata.DefaultModel;
        return (metadata.ProviderName, model);
    }
}
