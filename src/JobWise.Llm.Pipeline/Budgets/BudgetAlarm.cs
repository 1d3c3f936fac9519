using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Says that a soft budget is used up: in the log and to the program's listeners.</summary>
internal sealed class BudgetAlarm(IBudgetStore store, IEnumerable<ILLMBudgetListener> listeners, ILogger logger)
{
    private readonly ILLMBudgetListener[] _listeners = [.. listeners];

    public async ValueTask RaiseAsync(BudgetClaim claim)
    {
        if (claim.IsHard)
        {
            return;
        }

        var status = BudgetStatus.Of(claim.Budget, claim.Key, await store.ReadAsync(claim.Key, CancellationToken.None).ConfigureAwait(false));
        logger.BudgetUsedUp(status.Budget, status.Scope, status.SpentUsd, status.SpentTokens, status.RenewsAt);
        foreach (var listener in _listeners)
        {
            try
            {
                listener.OnUsedUp(status);
            }
            catch (Exception error) // The program's code; the call that happened to pass the limit has its answer.
            {
                logger.BudgetListenerFailed(status.Budget, error.GetType().Name);
            }
        }
    }
}
