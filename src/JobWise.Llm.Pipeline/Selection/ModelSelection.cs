namespace JobWise.Llm.Pipeline;

/// <summary>Fills in what a request leaves open: request, then workflow, then instance, then the common value.</summary>
internal static class ModelSelection
{
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

    /// <summary>The request as the first lane of its plan is sent it.</summary>
    public static LLMRequest Complete(LLMRequest request, IReadOnlyList<LLMLane> plan, LLMWorkflowSettings? workflow, PipelineSettings settings)
    {
        var first = plan[0];
        var isNamed = request.Model is not null || request.Call.PinnedLane?.Contains('/', StringComparison.Ordinal) == true;
        var defaulted = request.Call.Defaulted
            | (isNamed ? LLMDefaultedOptions.None : LLMDefaultedOptions.Model)
            | (request.Temperature is null ? LLMDefaultedOptions.Temperature : LLMDefaultedOptions.None)
            | (request.MaxTokens is null ? LLMDefaultedOptions.MaxTokens : LLMDefaultedOptions.None);
        return request with
        {
            Model = first.Model,
            Temperature = request.Temperature ?? workflow?.Temperature ?? settings.Temperature(first.Instance),
            MaxTokens = request.MaxTokens ?? workflow?.MaxTokens ?? settings.MaxTokens(first.Instance),
            Call = request.Call with { Defaulted = defaulted, Lanes = plan },
        };
    }
}
