using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>Says which budget refuses a call, how much is left and when it renews. Whose budget it is may be personal and stays out of the text.</summary>
internal static class BudgetMessage
{
    public static LLMBudgetException Refuse(BudgetRefusal refusal, BudgetAmount needed, string? model, DateTimeOffset now)
    {
        var (claim, figures) = (refusal.Claim, refusal.Figures);
        var (limit, spent, reserved, need) = refusal.IsInUsd
            ? (claim.Budget.Usd!.Value, figures.Spent.Usd, figures.Reserved.Usd, needed.Usd)
            : (claim.Budget.Tokens!.Value, figures.Spent.Tokens, figures.Reserved.Tokens, (decimal)needed.Tokens);
        var left = Math.Max(0, limit - spent - reserved);
        var renewsAt = BudgetPeriod.EndOf(claim.Budget.Period, claim.Key.Start);
        var unit = refusal.IsInUsd ? "USD" : "tokens";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(claim.Budget)} has {left:0.######} of {limit:0.######} {unit} left, and this call may need {need:0.######}. It renews at {renewsAt:yyyy-MM-dd HH:mm} UTC. Wait until then, lower MaxTokens, or raise it under {PipelineSection.Path}:Budgets.");
        return new LLMBudgetException(message, Details(model, renewsAt > now ? renewsAt - now : TimeSpan.Zero))
        {
            Budget = claim.Budget.Name,
            ScopeValue = claim.Key.Value,
            IsInUsd = refusal.IsInUsd,
            Limit = limit,
            Spent = spent,
            Left = left,
            Needed = need,
            RenewsAt = renewsAt,
        };
    }

    public static LLMBudgetException RefuseUnknown(BudgetClaim claim, string because, string? model) => new(
        $"{Name(claim.Budget)} is in USD, and what this call may cost is not known: {because} Or let such calls through with AllowUnknownCost.",
        Details(model, retryAfter: null))
    {
        Budget = claim.Budget.Name,
        ScopeValue = claim.Key.Value,
        IsInUsd = true,
        Limit = claim.Budget.Usd!.Value,
        RenewsAt = BudgetPeriod.EndOf(claim.Budget.Period, claim.Key.Start),
    };

    private static LLMErrorDetails Details(string? model, TimeSpan? retryAfter) => new() { Model = model, RetryAfter = retryAfter, ShouldRetry = false };

    private static string Name(LLMBudgetOptions budget) => $"The budget '{budget.Name}' ({Scope(budget)}, by {(budget.Period == LLMBudgetPeriod.Day ? "day" : "month")})";

    private static string Scope(LLMBudgetOptions budget) => budget.Scope switch
    {
        LLMBudgetScope.User => "per user",
        LLMBudgetScope.Tenant => "per tenant",
        LLMBudgetScope.Workflow => "per workflow",
        LLMBudgetScope.Tag => $"per tag '{budget.TagKey}'",
        _ => "all calls",
    };
}
