namespace JobWise.Llm.Pipeline;

/// <summary>All models that calls get as the settings stand.</summary>
internal static class ModelChoices
{
    public static IEnumerable<ModelChoice> Find(string defaultInstance, ProviderDirectory providers, LLMWorkflowOptions workflows)
    {
        var metadata = providers.Get(defaultInstance).Metadata;
        if (metadata.DefaultModel is { } model)
        {
            yield return new ModelChoice(metadata.ProviderName, model, $"the default model of the provider '{defaultInstance}'");
        }

        foreach (var (name, workflow) in workflows.Workflows)
        {
            var vendor = providers.Get(workflow.Provider ?? defaultInstance).Metadata.ProviderName;
            if (ModelSelection.ModelOf(workflow, vendor) is { } chosen)
            {
                yield return new ModelChoice(vendor, chosen, $"the workflow '{name}'");
            }
        }
    }
}
