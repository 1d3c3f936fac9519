namespace JobWise.Llm.Pipeline;

/// <summary>Writes down on an answer what it cost and how it was reached.</summary>
internal sealed class RouteRecord(LLMPriceBook priceBook, TimeProvider timeProvider)
{
    /// <summary>The response with its cost and its route.</summary>
    public LLMResponse Complete(LLMResponse response, LaneCall call, IReadOnlyList<Lane> lanes)
    {
        var today = timeProvider.Today();
        return response with
        {
            Warnings = call.Warning is { } warning ? [.. response.Warnings, warning] : response.Warnings,
            Cost = priceBook.Price(LLMPricedCall.Of(response, today)),
            Route = new LLMRoute
            {
                CallId = call.Scope.CallId,
                Instance = call.Lane.Name.Instance,
                RequestedModel = call.Request.Model,
                Candidates = Candidates(call, lanes, today),
                OrderedBy = PlanOf(call)?.OrderedBy ?? LLMRouteBasis.Listed,
                Sends = call.Scope.Sends,
                Elapsed = call.Scope.Elapsed,
            },
        };
    }

    private IReadOnlyList<LLMRouteCandidate> Candidates(LaneCall call, IReadOnlyList<Lane> lanes, DateOnly today)
    {
        if (lanes.Count == 1 && call.Attempts == 1 && call.Waited == TimeSpan.Zero && !call.WasHeldBack)
        {
            return call.Lane.PriceOn(today, priceBook).AnsweredAtOnce;
        }

        var candidates = new LLMRouteCandidate[lanes.Count];
        var latencies = PlanOf(call)?.Latencies;
        var hasAnswered = false;
        for (var i = 0; i < candidates.Length; i++)
        {
            var isAnswer = ReferenceEquals(lanes[i], call.Lane);
            candidates[i] = Describe(lanes[i], call, isAnswer, hasAnswered) with
            {
                Price = lanes[i].PriceOn(today, priceBook).Price,
                Latency = latencies?[i],
            };
            hasAnswered |= isAnswer;
        }

        return candidates;
    }

    /// <summary>Null where a Call decorator has put lanes of its own in the plan's place.</summary>
    private static LanePlan? PlanOf(LaneCall call) => call.Request.Call.Lanes as LanePlan;

    private static LLMRouteCandidate Describe(Lane lane, LaneCall call, bool isAnswer, bool isAfterAnswer)
    {
        var candidate = new LLMRouteCandidate { Lane = lane.Name, Waited = call.HeldBackBy(lane) };
        if (isAnswer)
        {
            return candidate with { Outcome = LLMRouteOutcome.Answered, Waited = candidate.Waited + call.Waited, Attempts = call.Attempts };
        }

        if (call.Tries.FirstOrDefault(tried => ReferenceEquals(tried.Lane, lane)) is { } tried)
        {
            var outcome = tried.Attempts > 0 ? LLMRouteOutcome.Failed : LLMRouteOutcome.PassedOver;
            return candidate with { Outcome = outcome, Error = tried.Error, Waited = candidate.Waited + tried.Waited, Attempts = tried.Attempts };
        }

        return isAfterAnswer ? candidate : candidate with { Outcome = LLMRouteOutcome.PassedOver, Error = call.WhyPassedOver(lane) };
    }
}
