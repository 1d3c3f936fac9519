namespace JobWise.Llm.Pipeline;

/// <summary>
/// Where budgets are counted. Everything goes by the id of a reservation and may be repeated: a second reservation, top-up of the same send,
/// settlement or return changes nothing.
/// </summary>
internal interface IBudgetStore
{
    /// <summary>Reserves in all counters or in none.</summary>
    /// <returns>Null when it is reserved.</returns>
    ValueTask<BudgetRefusal?> ReserveAsync(Guid reservation, IReadOnlyList<BudgetClaim> claims, BudgetAmount amount, CancellationToken cancellationToken);

    /// <summary>
    /// Adds to a reservation before a further send. Answers at once, since it stands between two sends: a store that is far away keeps ready what
    /// it needs for that.
    /// </summary>
    /// <param name="reservation">An open one.</param>
    /// <param name="send">Which send of the call it is for.</param>
    /// <param name="amount">For that send.</param>
    BudgetRefusal? TopUp(Guid reservation, int send, BudgetAmount amount);

    /// <summary>Puts what was spent in the place of what was reserved.</summary>
    /// <param name="reservation">An open one.</param>
    /// <param name="spent">In all.</param>
    /// <param name="estimated">The part of it that is not known, but the most that it may be.</param>
    /// <returns>The claims whose limit was passed by this for the first time in the period.</returns>
    ValueTask<IReadOnlyList<BudgetClaim>> SettleAsync(Guid reservation, BudgetAmount spent, BudgetAmount estimated);

    /// <summary>Gives back what was reserved: nothing was billed.</summary>
    ValueTask ReturnAsync(Guid reservation);

    ValueTask<BudgetFigures> ReadAsync(BudgetKey key, CancellationToken cancellationToken);
}
