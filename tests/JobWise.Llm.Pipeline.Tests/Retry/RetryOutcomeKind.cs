namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>How one send ends.</summary>
internal enum RetryOutcomeKind
{
    Answer,
    ServerError,
    Connection,
    RateLimit,
    Interrupted,
    Unreadable,
    Hang,
    WrongKey,
    InvalidRequest,
    Blocked,
    NoQuota,

    /// <summary>A stream that breaks off after its first update; a whole answer breaks off at once.</summary>
    BreaksLater,
}
