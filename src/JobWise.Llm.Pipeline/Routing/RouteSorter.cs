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
            LLMRouteOrder.LowestLatency => ByLatency(plan),
            _ => plan.AsEnumerable(),
        };
        return new LanePlan([.. sorted.Select(lane => lane.Name)]);
    }

    /// <summary>
    /// One lane that is due to be measured comes first, for this call alone. The others stand by their last figures; one that has never been
    /// measured counts as the slowest that has.
    /// </summary>
    private static IEnumerable<Lane> ByLatency(IReadOnlyList<Lane> plan)
    {
        var probed = plan.FirstOrDefault(lane => lane.Latency.TryProbe());
        var slowest = plan.Max(lane => lane.Latency.LastMean) ?? TimeSpan.Zero;
        return plan.OrderBy(lane => ReferenceEquals(lane, probed) ? TimeSpan.MinValue : lane.Latency.LastMean ?? slowest);
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
