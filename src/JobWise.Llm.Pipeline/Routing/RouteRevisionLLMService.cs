namespace JobWise.Llm.Pipeline;

/// <summary>
/// Brings model and lanes together again after the Call slot, so that cache, budgets and router all go by the same: a decorator may have changed
/// either. There only where somebody has added such a decorator.
/// </summary>
internal sealed class RouteRevisionLLMService(ILLMService innerService, CurrentSettings settings) : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateAsync(Revise(request), cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        InnerService.GenerateStreamAsync(Revise(request), cancellationToken);

    private LLMRequest Revise(LLMRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lanes = request.Call.Lanes;
        if (lanes.Count > 0 && lanes[0].Model == request.Model)
        {
            return request;
        }

        if (lanes.Count > 0 && lanes is not LanePlan)
        {
            return request with { Model = lanes[0].Model ?? request.Model };
        }

        var instance = lanes.Count > 0 ? lanes[0].Instance : PipelineSettings.Of(request, settings).DefaultInstance;
        return request with { Call = request.Call with { Lanes = new LanePlan([new LLMLane { Instance = instance, Model = request.Model }, .. lanes.Skip(1)]) } };
    }
}
