namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>What a provider complains about; each protocol has its own words for it.</summary>
internal enum FaultError
{
    RateLimit,
    Quota,
    Overloaded,
    Server,
    Authentication,
    Permission,
    InvalidRequest,
    ModelNotFound,
    TooLarge,
}
