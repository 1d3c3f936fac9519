namespace JobWise.Llm.Pipeline;

/// <summary>Puts the lanes of a plan into the order that the options ask for; equal lanes keep theirs.</summary>
internal sealed class RouteSorter(LLMPriceBook priceBook, TimeProvider timeProvider)
{
    private const int CharactersPerToken = 4;

    public LanePlan Sort(IReadOnlyList<Lane> plan, LLMRequest request, LLMWorkflowSettings? workflow, PipelineSettings settings) =>
        settings.Options.Routing.Order switch
        {
            LLMRouteOrder.LowestPrice => new LanePlan(
                [.. plan.OrderBy(lane => PriceOf(lane, request, workflow, settings)).Select(lane => lane.Name)], LLMRouteBasis.Price),
            LLMRouteOrder.LowestLatency => ByLatency(plan),
            _ => new LanePlan([.. plan.Select(lane => lane.Name)]),
        };

    /// <summary>
    /// One lane that is due to be measured comes first, for this call alone. The others stand by their last figures; one that has never been
    /// measured comes last.
    /// </summary>
    private static LanePlan ByLatency(IReadOnlyList<Lane> plan)
    {
        var probed = plan.FirstOrDefault(lane => lane.Latency.TryProbe());
        List<(Lane Lane, TimeSpan? Latency)> figures = [.. plan.Select(lane => (lane, lane.Latency.LastMean))];
        figures = [.. figures.OrderBy(figure => ReferenceEquals(figure.Lane, probed) ? TimeSpan.MinValue : figure.Latency ?? TimeSpan.MaxValue)];
        return new LanePlan([.. figures.Select(figure => figure.Lane.Name)], LLMRouteBasis.Latency, [.. figures.Select(figure => figure.Latency)]);
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
            timeProvider.Today());
        return cost.Usd ?? decimal.MaxValue;
    }
}
