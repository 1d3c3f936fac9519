namespace JobWise.Llm.Proofs.Running;

/// <summary>How a figure compares with its target.</summary>
internal enum ProofRelation
{
    Exactly,
    AtMost,
    AtLeast,
}
