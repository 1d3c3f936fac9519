namespace JobWise.Llm.Pipeline;

/// <summary>Decides who serves a request and fills in what it leaves open: request, then workflow, then instance, then the common value.</summary>
internal static class ModelSelection
{
    /// <summary>The instance that serves the request: pinned, else the workflow's, else the configured one.</summary>
    public static string ChooseInstance(PinnedLane pinned, LLMWorkflowSettings? workflow, PipelineSettings settings) =>
        pinned.Instance ?? workflow?.Provider ?? settings.DefaultInstance;

    public static LLMWorkflowSettings? FindWorkflow(LLMRequest request, PipelineSettings settings)
    {
        if (request.Workflow is not { } name)
        {
            return null;
        }

        var workflows = settings.Workflows.Workflows;
        return workflows.TryGetValue(name, out var workflow) ? workflow
            : throw new LLMUnknownWorkflowException(name, [.. workflows.Keys.Order(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The model that a workflow asks for at a vendor; null leaves it to the instance.</summary>
    public static string? ModelOf(LLMWorkflowSettings? workflow, string vendor) =>
        workflow?.Model ?? workflow?.ModelByProvider.GetValueOrDefault(vendor);

    public static LLMRequest Complete(
        LLMRequest request,
        PinnedLane pinned,
        LLMWorkflowSettings? workflow,
        string instance,
        LLMServiceMetadata metadata,
        PipelineSettings settings)
    {
        var explicitModel = ChooseExplicitModel(request.Model, pinned.Model);
        var defaulted = request.Call.Defaulted
            | (explicitModel is null ? LLMDefaultedOptions.Model : LLMDefaultedOptions.None)
            | (request.Temperature is null ? LLMDefaultedOptions.Temperature : LLMDefaultedOptions.None)
            | (request.MaxTokens is null ? LLMDefaultedOptions.MaxTokens : LLMDefaultedOptions.None);
        return request with
        {
            Model = explicitModel ?? ModelOf(workflow, metadata.ProviderName) ?? metadata.DefaultModel,
            Temperature = request.Temperature ?? workflow?.Temperature ?? settings.Temperature(instance),
            MaxTokens = request.MaxTokens ?? workflow?.MaxTokens ?? settings.MaxTokens(instance),
            Call = request.Call with { Defaulted = defaulted, PinnedLane = instance },
        };
    }

    private static string? ChooseExplicitModel(string? requested, string? pinned) =>
        requested is null || pinned is null || requested == pinned
            ? requested ?? pinned
            : throw new LLMInvalidRequestException(
                $"LLMRequest.Model is '{requested}' and LLMCallOptions.PinnedLane asks for '{pinned}'. Set the model in one of them only.");
}
