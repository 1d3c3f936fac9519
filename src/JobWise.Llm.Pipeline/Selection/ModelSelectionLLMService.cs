namespace JobWise.Llm.Pipeline;

/// <summary>Hands every request on with its lane, model, temperature and output cap decided.</summary>
internal sealed class ModelSelectionLLMService(ILLMService innerService, CurrentSettings settings, ProviderDirectory providers)
    : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateAsync(Select(request), cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateStreamAsync(Select(request), cancellationToken);

    private LLMRequest Select(LLMRequest request)
    {
        var now = settings.Value;
        var workflow = ModelSelection.FindWorkflow(request, now);
        var pinned = PinnedLane.Parse(request.Call.PinnedLane);
        var instance = ModelSelection.ChooseInstance(pinned, workflow, now);
        var metadata = providers.Get(instance).Metadata;
        return ModelSelection.Complete(request, pinned, workflow, providers.FindName(instance)!, metadata, now);
    }
}
