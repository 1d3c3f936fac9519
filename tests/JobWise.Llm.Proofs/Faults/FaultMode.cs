namespace JobWise.Llm.Proofs.Faults;

/// <summary>How an answer is asked for.</summary>
internal enum FaultMode
{
    Unary,
    Stream,
    Json,
}
