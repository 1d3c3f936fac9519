namespace JobWise.Llm.Pipeline;

/// <summary>Hands every request on with its route planned, and its model, temperature and output cap decided.</summary>
internal sealed class ModelSelectionLLMService(ILLMService innerService, CurrentSettings settings, RoutePlanner planner)
    : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateAsync(Select(request), cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateStreamAsync(Select(request), cancellationToken);

    private LLMRequest Select(LLMRequest request)
    {
        var now = PipelineSettings.Of(request, settings);
        var workflow = ModelSelection.FindWorkflow(request, now);
        return ModelSelection.Complete(request, planner.Plan(request, workflow, now), workflow, now);
    }
}
