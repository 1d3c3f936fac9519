namespace JobWise.Llm.Pipeline;

/// <summary>The most that one send of a call may cost, on the dearest of the lanes that may serve it.</summary>
/// <param name="Amount">The larger of each over the lanes; a lane whose price is not known adds no dollars.</param>
/// <param name="UnknownBecause">Why the price of a lane is not known; null where all are.</param>
internal readonly record struct BudgetEstimate(BudgetAmount Amount, string? UnknownBecause)
{
    public static BudgetEstimate Of(LLMRequest request, ProviderDirectory providers, PipelineSettings settings, LLMPriceBook priceBook, DateOnly today)
    {
        var prompt = PromptBound.Of(request);
        var dearest = default(BudgetEstimate);
        for (var i = 0; i < request.Call.Lanes.Count; i++)
        {
            var lane = request.Call.Lanes[i];
            dearest = dearest.Or(OfLane(lane.Instance, lane.Model ?? request.Model, prompt, OutputOf(lane, request, settings), providers, priceBook, today));
        }

        return dearest;
    }

    /// <summary>Of tokens and dollars the larger each.</summary>
    private BudgetEstimate Or(BudgetEstimate other) => new(
        new BudgetAmount(Math.Max(Amount.Usd, other.Amount.Usd), Math.Max(Amount.Tokens, other.Amount.Tokens)),
        UnknownBecause ?? other.UnknownBecause);

    /// <summary>Where the caller set no cap, another lane has the default of its own instance.</summary>
    internal static int OutputOf(LLMLane lane, LLMRequest request, PipelineSettings settings)
    {
        var own = request.MaxTokens ?? settings.MaxTokens(lane.Instance);
        return request.Call.Defaulted.HasFlag(LLMDefaultedOptions.MaxTokens) ? Math.Max(own, settings.MaxTokens(lane.Instance)) : own;
    }

    private static BudgetEstimate OfLane(
        string instance, string? model, int prompt, int output, ProviderDirectory providers, LLMPriceBook priceBook, DateOnly today)
    {
        var metadata = providers.Get(instance).Metadata;
        var cost = (model ?? metadata.DefaultModel) is { } known
            ? priceBook.Estimate(metadata.ProviderName, known, prompt, output, today)
            : LLMCost.Unknown($"Neither the request nor the instance '{instance}' names a model.");
        return new BudgetEstimate(new BudgetAmount(cost.Usd ?? 0, (long)prompt + output), cost.UnknownBecause);
    }
}
