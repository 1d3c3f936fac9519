namespace JobWise.Llm.Pipeline;

/// <summary>Puts the lanes of a plan into the order that the options ask for; equal lanes keep theirs.</summary>
internal sealed class RouteSorter(LLMPriceBook priceBook, TimeProvider timeProvider)
{
    private const int CharactersPerToken = 4;

    public IReadOnlyList<LLMLane> Sort(IReadOnlyList<Lane> plan, LLMRequest request, LLMWorkflowSettings? workflow, PipelineSettings settings)
    {
        var sorted = settings.Options.Routing.Order switch
        {
            LLMRouteOrder.LowestPrice => plan.OrderBy(lane => PriceOf(lane, request, workflow, settings)),
            LLMRouteOrder.LowestLatency => plan.OrderBy(lane => lane.Latency.Mean ?? TimeSpan.Zero),
            _ => plan.AsEnumerable(),
        };
        return new LanePlan([.. sorted.Select(lane => lane.Name)]);
    }

    /// <summary>Of the whole call, as if the answer used its cap.</summary>
    private decimal PriceOf(Lane lane, LLMRequest request, LLMWorkflowSettings? workflow, PipelineSettings settings)
    {
        if (lane.Name.Model is not { } model)
        {
            return decimal.MaxValue;
        }

        var characters = (request.Prompt?.Length ?? 0) + (request.SystemMessage?.Length ?? 0) + request.Messages.Sum(message => message.Text.Length);
        var cost = priceBook.Estimate(
            lane.Vendor,
            model,
            characters / CharactersPerToken,
            request.MaxTokens ?? workflow?.MaxTokens ?? settings.MaxTokens(lane.Name.Instance),
            DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime));
        return cost.Usd ?? decimal.MaxValue;
    }
}
