using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore;

/// <inheritdoc cref="ILLMLedgerUpkeep"/>
internal sealed class LedgerUpkeep(UsageLedger ledger, StoreContexts contexts) : ILLMLedgerUpkeep
{
    /// <summary>Small enough that a call does not wait long for its turn.</summary>
    private const int Portion = 1_000;

    private const int Pending = (int)LLMUsageStatus.Pending;
    private const int Unknown = (int)LLMUsageStatus.Unknown;

    public LLMLedgerStatus GetStatus() => ledger.Reach.Status;

    public Task<int> RecoverAsync(CancellationToken cancellationToken = default) => ledger.RecoverAsync(cancellationToken);

    public async Task<IReadOnlyList<LLMUsageIntent>> GetUnknownAsync(int most = 1000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var context = contexts.Create();
        await using (context.ConfigureAwait(false))
        {
            // The first half of the condition is that of the index of open attempts: without it the database would not use it.
            var rows = await context.Set<UsageRow>().Where(row => (row.Status == Pending || row.Status == Unknown) && row.Status == Unknown)
                .OrderBy(row => row.AttemptId).Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(UsageRows.Intent)];
        }
    }

    public Task<bool> ReconcileAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken = default) => ledger.RecordAsync(outcome, cancellationToken);

    public Task<long> DeleteOlderThanAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        var first = UsageRows.DayOf(day);
        return InPortionsAsync(
            rows => rows.Where(row => row.Day < first && row.Status != Pending && row.Status != Unknown),
            static (rows, token) => rows.ExecuteDeleteAsync(token),
            cancellationToken);
    }

    public Task<long> DeleteUserAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        var key = StoredText.Key(userId);
        return InPortionsAsync(
            rows => rows.Where(row => row.UserId == key),
            static (rows, token) => rows.ExecuteUpdateAsync(
                row => row.SetProperty(one => one.UserId, (string?)null).SetProperty(one => one.Tags, (string?)null), token),
            cancellationToken);
    }

    private async Task<long> InPortionsAsync(
        Func<IQueryable<UsageRow>, IQueryable<UsageRow>> choose,
        Func<IQueryable<UsageRow>, CancellationToken, Task<int>> change,
        CancellationToken cancellationToken)
    {
        long changed = 0;
        var context = contexts.Create();
        await using (context.ConfigureAwait(false))
        {
            while (true)
            {
                var ids = choose(context.Set<UsageRow>()).Take(Portion).Select(row => row.AttemptId);
                var portion = await change(context.Set<UsageRow>().Where(row => ids.Contains(row.AttemptId)), cancellationToken).ConfigureAwait(false);
                changed += portion;
                if (portion == 0)
                {
                    return changed;
                }
            }
        }
    }
}
