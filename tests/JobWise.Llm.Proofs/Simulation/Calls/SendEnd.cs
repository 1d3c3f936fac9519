namespace JobWise.Llm.Proofs.Simulation.Calls;

/// <summary>How one request to a provider ended.</summary>
internal enum SendEnd
{
    Pending,
    Answered,

    /// <summary>429.</summary>
    Refused,

    /// <summary>No connection, or 503.</summary>
    Failed,

    /// <summary>Whoever sent it stopped waiting.</summary>
    Abandoned,
}
