namespace JobWise.Llm;

/// <summary>What the owner of a ledger does now and then: look after it, settle what is unknown, and delete. Registered by the store.</summary>
public interface ILLMLedgerUpkeep
{
    /// <summary>How the ledger stands, without asking the database.</summary>
    LLMLedgerStatus GetStatus();

    /// <summary>
    /// Finds attempts whose process ended before they did, makes them <see cref="LLMUsageStatus.Unknown"/>, and writes what waits in the spool.
    /// The ledger does both by itself at its first use and then regularly.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many attempts became unknown.</returns>
    Task<int> RecoverAsync(CancellationToken cancellationToken = default);

    /// <summary>Attempts that are unknown, the oldest first. What was reserved for them stays reserved until <see cref="ReconcileAsync"/>.</summary>
    /// <param name="most">The most to return.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<LLMUsageIntent>> GetUnknownAsync(int most = 1000, CancellationToken cancellationToken = default);

    /// <summary>Settles an unknown attempt, with what the provider's own records say of it.</summary>
    /// <param name="outcome">How it ended: with <see cref="LLMUsageStatus.Failed"/> and a cost of 0 where the provider never saw it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>False where the attempt was settled already.</returns>
    Task<bool> ReconcileAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken = default);

    /// <summary>Deletes the rows of attempts that began before a day. Totals by day and by tag, which name no user, stay. Unknown and open attempts stay too.</summary>
    /// <param name="day">The first day to keep, in UTC.</param>
    /// <param name="cancellationToken">Ends between two portions; what is deleted stays deleted.</param>
    /// <returns>How many rows were deleted.</returns>
    Task<long> DeleteOlderThanAsync(DateOnly day, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets a user: takes the user id and the tags off the rows of all his attempts. The rows stay, without a way back to him, so that
    /// the bill still adds up. Totals by tag stay as they are: do not put personal data into tags.
    /// </summary>
    /// <param name="userId">See <see cref="LLMRequest.UserId"/>.</param>
    /// <param name="cancellationToken">Ends between two portions; call again to finish.</param>
    /// <returns>How many rows were changed.</returns>
    Task<long> DeleteUserAsync(string userId, CancellationToken cancellationToken = default);
}
