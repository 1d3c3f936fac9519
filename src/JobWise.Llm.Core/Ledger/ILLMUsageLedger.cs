namespace JobWise.Llm;

/// <summary>
/// Where every attempt that may be billed is written down: once before it is sent, once when it has ended. The pipeline writes; a store package
/// such as <c>JobWise.Llm.EntityFrameworkCore.Sqlite</c> keeps it. Safe for concurrent use.
/// </summary>
public interface ILLMUsageLedger
{
    /// <summary>Writes down what is about to be sent, with the most it may cost. Completes when that would survive a crash.</summary>
    /// <param name="intent">The attempt.</param>
    /// <param name="cancellationToken">Gives up waiting; the intent may be written all the same.</param>
    /// <exception cref="LLMLedgerUnavailableException">It cannot be kept, and the ledger is set to allow no call then.</exception>
    ValueTask RecordIntentAsync(LLMUsageIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Writes down how an attempt ended. Completes when that would survive a crash. The first outcome of an attempt counts; more change nothing.</summary>
    /// <param name="outcome">Holds the whole intent too, so that an outcome whose intent was lost is complete.</param>
    /// <param name="cancellationToken">Gives up waiting; the outcome is written all the same.</param>
    ValueTask RecordOutcomeAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken = default);
}
