namespace JobWise.Llm.Pipeline;

/// <summary>All models that calls get as the settings stand.</summary>
internal static class ModelChoices
{
    public static IEnumerable<ModelChoice> Find(string defaultInstance, ProviderDirectory providers, LLMWorkflowOptions workflows, LLMRoutingOptions routing)
    {
        IEnumerable<string> lanes = [defaultInstance, .. routing.Fallbacks, .. routing.Weights.Keys];
        foreach (var lane in lanes.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (LaneName.TryParse(lane, out var name) && providers.Has(name.Instance) && OfLane(name, providers) is { } choice)
            {
                yield return choice;
            }
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

    private static ModelChoice? OfLane(LaneName lane, ProviderDirectory providers)
    {
        var metadata = providers.Get(lane.Instance).Metadata;
        return (lane.Model ?? metadata.DefaultModel) is not { } model ? null : new ModelChoice(
            metadata.ProviderName,
            model,
            lane.Model is null ? $"the default model of the provider '{lane.Instance}'" : $"the lane '{lane.Instance}/{model}' of {PipelineSection.Path}:Routing");
    }
}
