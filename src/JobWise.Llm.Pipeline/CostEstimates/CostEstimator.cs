namespace JobWise.Llm.Pipeline;

/// <inheritdoc/>
internal sealed class CostEstimator(
    RoutePlanner planner, ProviderDirectory providers, CurrentSettings settings, TokenEstimates tokens, LLMPriceBook priceBook, TimeProvider timeProvider)
    : ILLMCostEstimator
{
    public IReadOnlyList<LLMCostEstimate> Estimate(LLMRequest request, bool isBatch = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = PipelineSettings.Of(request, settings);
        var workflow = ModelSelection.FindWorkflow(request, now);
        var complete = ModelSelection.Complete(request, planner.Plan(request, workflow, now), workflow, now);
        return [.. complete.Call.Lanes.Select(lane => OfLane(lane, complete, now, isBatch))];
    }

    private LLMCostEstimate OfLane(LLMLane lane, LLMRequest request, PipelineSettings now, bool isBatch)
    {
        var metadata = providers.Get(lane.Instance).Metadata;
        if ((lane.Model ?? request.Model ?? metadata.DefaultModel) is not { } model)
        {
            var unknown = LLMCost.Unknown($"Neither the request nor the instance '{lane.Instance}' names a model.");
            return new LLMCostEstimate { Lane = lane, Least = unknown, Usual = unknown, Most = unknown };
        }

        var most = BudgetEstimate.OutputOf(lane, request, now);
        var (prompt, usual) = tokens.Expect(request, model, most);
        var mostPrompt = Math.Max(prompt, PromptBound.Of(request));
        var call = new LLMPricedCall { Provider = metadata.ProviderName, Model = model, Day = timeProvider.Today(), IsBatch = isBatch };
        return new LLMCostEstimate
        {
            Lane = lane,
            PromptTokens = prompt,
            MostPromptTokens = mostPrompt,
            UsualOutputTokens = usual,
            MostOutputTokens = most,
            Least = Price(call, prompt, 0),
            Usual = usual is { } output ? Price(call, prompt, output) : LLMCost.Unknown($"Too few answers of '{model}' to this workflow were seen to tell the usual output."),
            Most = Price(call, mostPrompt, most),
        };
    }

    private LLMCost Price(in LLMPricedCall call, int prompt, int output) =>
        priceBook.Price(call with { Usage = new LLMUsage { PromptTokens = prompt, CompletionTokens = output, IsEstimated = true } });
}
