namespace JobWise.Llm;

/// <summary>How an attempt stands in the ledger. The numbers are stored.</summary>
public enum LLMUsageStatus
{
    /// <summary>About to be sent, or under way.</summary>
    Pending = 0,

    /// <summary>Answered.</summary>
    Succeeded = 1,

    /// <summary>Ended with an error.</summary>
    Failed = 2,

    /// <summary>Ended by its caller or by the call's deadline; the provider may have billed it.</summary>
    Cancelled = 3,

    /// <summary>Its process ended before it did, so nobody knows. What was reserved for it stays reserved until it is reconciled.</summary>
    Unknown = 4,

    /// <summary>Answered from the response cache, without a send and free of charge.</summary>
    CacheHit = 5,
}
