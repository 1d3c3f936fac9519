namespace JobWise.Llm;

/// <summary>What was used and what it cost, from the ledger. Days are those of UTC. Registered by the store.</summary>
public interface ILLMUsageReports
{
    /// <summary>What one user used lately: in all, and by workflow.</summary>
    /// <param name="userId">See <see cref="LLMRequest.UserId"/>.</param>
    /// <param name="days">How many days, today included; at least 1.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<LLMUserUsage> GetUserUsageAsync(string userId, int days = 30, CancellationToken cancellationToken = default);

    /// <summary>Totals over a range of days, in all and by group.</summary>
    /// <param name="query">Which attempts, and by what they are grouped.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<LLMUsageReport> GetReportAsync(LLMUsageQuery query, CancellationToken cancellationToken = default);
}
