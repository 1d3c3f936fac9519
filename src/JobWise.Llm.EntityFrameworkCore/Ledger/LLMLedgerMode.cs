namespace JobWise.Llm;

/// <summary>What happens to a call whose record cannot be written.</summary>
public enum LLMLedgerMode
{
    /// <summary>The call goes on. Its record waits in a local file until the database is back.</summary>
    Safe = 0,

    /// <summary>The call is refused with <see cref="LLMLedgerUnavailableException"/> before it is sent: no record, no call.</summary>
    Audit = 1,
}
