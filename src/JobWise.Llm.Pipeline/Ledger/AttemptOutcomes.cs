namespace JobWise.Llm.Pipeline;

/// <summary>What the ledger is told of the end of an attempt, by the kind of the end. No message of a vendor is told: it may quote the prompt.</summary>
internal static class AttemptOutcomes
{
    private static readonly LLMCost Nothing = new() { Usd = 0 };

    private static readonly LLMCost NobodySaid = LLMCost.Unknown(
        "The attempt ended without its token count, and the provider may have billed it. Reserved is the most that it may have cost.");

    public static LLMUsageOutcome Answered(LLMUsageIntent intent, LLMResponse response, LLMCost cost, string? priceEntry, TimeSpan elapsed) => new()
    {
        Intent = intent,
        Status = LLMUsageStatus.Succeeded,
        Model = response.Model,
        Usage = response.Usage,
        Cost = cost,
        PriceEntry = priceEntry,
        RequestId = response.RequestId,
        Duration = elapsed,
        TimeToFirstToken = response.TimeToFirstToken,
    };

    public static LLMUsageOutcome Ended(LLMUsageIntent intent, Exception? failure, LLMUsage? usage, LLMCost cost, string? priceEntry, TimeSpan elapsed)
    {
        var known = failure as LLMServiceException;
        return new LLMUsageOutcome
        {
            Intent = intent,
            Status = failure is null or OperationCanceledException ? LLMUsageStatus.Cancelled : LLMUsageStatus.Failed,
            Usage = usage,
            Cost = cost,
            PriceEntry = priceEntry,
            ErrorCode = failure is null or OperationCanceledException ? null : known?.ProviderCode ?? failure.GetType().Name,
            StatusCode = known?.StatusCode,
            RequestId = known?.RequestId,
            Duration = elapsed,
        };
    }

    /// <summary>The call ended while its intent was being written.</summary>
    public static LLMUsageOutcome NotSent(LLMUsageIntent intent) => new() { Intent = intent, Status = LLMUsageStatus.Cancelled, Cost = Nothing };

    /// <summary>Of an attempt whose tokens nobody told: nothing where the provider did not work on it, else unknown.</summary>
    public static LLMCost CostOf(Exception? failure) => failure is null || BudgetCharge.MayBeBilled(failure) ? NobodySaid : Nothing;
}
