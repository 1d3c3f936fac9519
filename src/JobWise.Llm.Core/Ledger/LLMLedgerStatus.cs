namespace JobWise.Llm;

/// <summary>How a ledger stands at one moment.</summary>
public sealed record LLMLedgerStatus
{
    /// <summary>Whether records reach the database.</summary>
    public bool IsStoreReachable { get; init; } = true;

    /// <summary>Since when they do not; null where they do.</summary>
    public DateTimeOffset? UnreachableSince { get; init; }

    /// <summary>The kind of the last error of the database; null where there was none since the start.</summary>
    public string? LastError { get; init; }

    /// <summary>How many records wait in the local spool, as far as this process knows.</summary>
    public long Spooled { get; init; }

    /// <summary>How many records are only in memory, since even the spool failed; a crash would lose them.</summary>
    public long InMemory { get; init; }

    /// <summary>How many records the database refused though it was there, such as one with a text that it cannot hold. They are lost, and each was logged.</summary>
    public long Refused { get; init; }
}
