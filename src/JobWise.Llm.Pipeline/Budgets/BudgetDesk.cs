using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Opens the spending of a call: finds its budgets and reserves in all of them, or refuses.</summary>
internal sealed class BudgetDesk(
    IBudgetStore store, ProviderDirectory providers, CurrentSettings settings, LLMPriceBook priceBook, BudgetAlarm alarm, TimeProvider timeProvider, ILogger logger)
{
    private readonly BudgetIds _ids = new();

    public bool IsOpen => settings.Value.Options.Budgets.Count > 0;

    /// <summary>Null where no budget is for this call.</summary>
    /// <exception cref="LLMBudgetException">A hard budget does not allow it.</exception>
    public async ValueTask<BudgetSpending?> OpenAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        var (current, now) = (PipelineSettings.Of(request, settings), timeProvider.GetUtcNow());
        var claims = BudgetClaims.Of(request, current.Options.Budgets, now);
        if (claims.Count == 0)
        {
            return null;
        }

        var estimate = BudgetEstimate.Of(request, providers, current, priceBook, DateOnly.FromDateTime(now.UtcDateTime));
        RefuseUnknown(request, claims, estimate);
        var id = _ids.Next();
        if (await store.ReserveAsync(id, claims, estimate.Amount, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            throw Refuse(request, refusal, estimate.Amount);
        }

        return new BudgetSpending(id, this, store, request, estimate.Amount);
    }

    public LLMBudgetException Refuse(LLMRequest request, BudgetRefusal refusal, BudgetAmount needed)
    {
        logger.BudgetRefused(request.Call.Scope?.CallId ?? Guid.Empty, refusal.Claim.Budget.Name, refusal.Claim.Budget.Scope);
        return BudgetMessage.Refuse(refusal, needed, request.Model, timeProvider.GetUtcNow());
    }

    /// <summary>The price of what a failed call used; null when it is not known.</summary>
    public decimal? Price(LLMRequest request, LLMServiceException failure) =>
        (failure.Model ?? request.Model) is { } model
            ? priceBook.Price(new LLMPricedCall
            {
                Provider = failure.Provider ?? VendorOf(request),
                Model = model,
                Usage = failure.Usage,
                Day = timeProvider.Today(),
            }).Usd
            : null;

    public async ValueTask CloseAsync(Guid reservation, BudgetCharge charge)
    {
        if (charge == default)
        {
            await store.ReturnAsync(reservation).ConfigureAwait(false);
            return;
        }

        foreach (var passed in await store.SettleAsync(reservation, charge.Amount, charge.Estimated).ConfigureAwait(false))
        {
            await alarm.RaiseAsync(passed).ConfigureAwait(false);
        }
    }

    private string VendorOf(LLMRequest request) => providers.Get(request.Call.Lanes[0].Instance).Metadata.ProviderName;

    private void RefuseUnknown(LLMRequest request, IReadOnlyList<BudgetClaim> claims, BudgetEstimate estimate)
    {
        for (var i = 0; estimate.UnknownBecause is not null && i < claims.Count; i++)
        {
            if (claims[i] is { IsHard: true, Budget: { Usd: not null, AllowUnknownCost: false } budget })
            {
                logger.BudgetRefused(request.Call.Scope?.CallId ?? Guid.Empty, budget.Name, budget.Scope);
                throw BudgetMessage.RefuseUnknown(claims[i], estimate.UnknownBecause, request.Model);
            }
        }
    }
}
