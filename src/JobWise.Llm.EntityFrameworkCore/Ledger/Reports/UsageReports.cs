using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore;

/// <inheritdoc cref="ILLMUsageReports"/>
internal sealed class UsageReports(StoreContexts contexts, TimeProvider timeProvider) : ILLMUsageReports
{
    private const int MostDays = 3_660;

    public async Task<LLMUserUsage> GetUserUsageAsync(string userId, int days = 30, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        var today = DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);
        var report = await GetReportAsync(
            new LLMUsageQuery { From = today.AddDays(1 - days), To = today, UserId = userId, GroupBy = LLMUsageGrouping.Workflow }, cancellationToken).ConfigureAwait(false);
        return new LLMUserUsage
        {
            UserId = userId,
            Days = days,
            TotalTokens = report.Total.TotalTokens,
            TotalCostUsd = report.Total.CostUsd,
            UnknownCosts = report.Total.UnknownCosts,
            Workflows = report.Groups.ToDictionary(group => group.Key, group => group.Totals.TotalTokens, StringComparer.Ordinal),
        };
    }

    public async Task<LLMUsageReport> GetReportAsync(LLMUsageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        UsageQueryRules.ThrowUnlessValid(query, MostDays);
        var context = contexts.Create();
        await using (context.ConfigureAwait(false))
        {
            var slices = await Ended(context, query).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (query.GroupBy != LLMUsageGrouping.Tag)
            {
                slices.AddRange(await Open(context, query).ToListAsync(cancellationToken).ConfigureAwait(false));
            }

            return UsageFold.Report(query, slices);
        }
    }

    /// <summary>From the totals wherever they know what is asked for.</summary>
    internal static IQueryable<UsageSlice> Ended(LLMStoreContext context, LLMUsageQuery query)
    {
        var (from, to) = (UsageRows.DayOf(query.From), UsageRows.DayOf(query.To));
        if (query.GroupBy == LLMUsageGrouping.Tag)
        {
            var tag = StoredText.Key(query.Tag);
            return UsageSlices.OfTags(context.Set<TagRow>().Where(row => row.Name == tag && row.Day >= from && row.Day <= to));
        }

        if (query.UserId is not null || query.Tenant is not null || query.GroupBy is LLMUsageGrouping.User or LLMUsageGrouping.Tenant)
        {
            return UsageSlices.OfEnded(Rows(context, query), query.GroupBy);
        }

        var workflow = StoredText.Key(query.Workflow);
        return UsageSlices.OfDays(
            context.Set<DailyRow>().Where(row => row.Day >= from && row.Day <= to && (workflow == null || row.Workflow == workflow)), query.GroupBy);
    }

    internal static IQueryable<UsageSlice> Open(LLMStoreContext context, LLMUsageQuery query) => UsageSlices.OfOpen(Rows(context, query), query.GroupBy);

    private static IQueryable<UsageRow> Rows(LLMStoreContext context, LLMUsageQuery query)
    {
        var (from, to) = (UsageRows.DayOf(query.From), UsageRows.DayOf(query.To));
        var rows = context.Set<UsageRow>().Where(row => row.Day >= from && row.Day <= to);
        if (StoredText.Key(query.UserId) is { } user)
        {
            rows = rows.Where(row => row.UserId == user);
        }

        if (StoredText.Key(query.Tenant) is { } tenant)
        {
            rows = rows.Where(row => row.Tenant == tenant);
        }

        return StoredText.Key(query.Workflow) is { } workflow ? rows.Where(row => row.Workflow == workflow) : rows;
    }
}
