using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What a call or a send is charged.</summary>
/// <param name="Amount">Zero where nothing was billed.</param>
/// <param name="Estimated">The part of it that nobody has told.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BudgetCharge(BudgetAmount Amount, BudgetAmount Estimated)
{
    /// <summary>As the answer says; where it does not say, as estimated. A zero that it says is a zero.</summary>
    public static BudgetCharge Of(LLMResponse response, BudgetAmount estimate) =>
        Of(response.Cost?.Usd, response.Usage, estimate);

    /// <summary>Of a send that failed: what the failure says was used, else the estimate where it may have been billed, else nothing.</summary>
    /// <param name="failure">What ended the send.</param>
    /// <param name="estimate">For one send.</param>
    /// <param name="price">Prices what was used.</param>
    public static BudgetCharge Of(Exception failure, BudgetAmount estimate, Func<LLMServiceException, decimal?> price) =>
        failure is LLMServiceException { Usage: not null } known ? Of(price(known), known.Usage, estimate)
        : MayBeBilled(failure) ? new BudgetCharge(estimate, estimate)
        : default;

    public BudgetCharge Plus(BudgetCharge other) => new(Amount + other.Amount, Estimated + other.Estimated);

    private static BudgetCharge Of(decimal? usd, LLMUsage? usage, BudgetAmount estimate)
    {
        var tokens = usage is null ? null : usage.TotalTokens ?? ((long?)usage.PromptTokens + usage.CompletionTokens);
        var amount = new BudgetAmount(usd ?? estimate.Usd, tokens ?? estimate.Tokens);
        var isTold = usage?.IsEstimated == false;
        return new BudgetCharge(amount, new BudgetAmount(isTold && usd is not null ? 0 : amount.Usd, isTold && tokens is not null ? 0 : amount.Tokens));
    }

    /// <summary>The provider may have worked: it was still at it, or it had begun, or its answer came and was no good.</summary>
    public static bool MayBeBilled(Exception failure) => failure switch
    {
        LLMTimeoutException timeout => timeout.Phase != LLMTimeoutPhase.Connect,
        LLMConnectionException cut => cut.PartialText is not null || cut.StatusCode is not null,
        LLMStreamInterruptedException or LLMInvalidResponseException => true,
        LLMServiceException => false,
        _ => true,
    };
}
