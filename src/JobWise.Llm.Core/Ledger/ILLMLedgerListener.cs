namespace JobWise.Llm;

/// <summary>Hears when a ledger can no longer reach its database, and when it can again. Register any number as services.</summary>
public interface ILLMLedgerListener
{
    /// <summary>Called once for each change, on a thread of the ledger: return soon. An exception is logged and goes no further.</summary>
    /// <param name="status">How it stands now.</param>
    void OnStatusChanged(LLMLedgerStatus status);
}
