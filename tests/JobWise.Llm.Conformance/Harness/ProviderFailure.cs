namespace JobWise.Llm.Conformance;

/// <summary>How the vendor refuses.</summary>
public enum ProviderFailure
{
    None = 0,
    RateLimited = 1,
    Unauthorized = 2,

    /// <summary>Everything fails with 503, the list of models included.</summary>
    Unavailable = 3,

    /// <summary>The request arrives, and nothing comes back until the caller cancels.</summary>
    Hangs = 4,
}
