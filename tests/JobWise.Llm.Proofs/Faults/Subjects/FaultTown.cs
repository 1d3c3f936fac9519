namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>The type of typed answers.</summary>
internal sealed record FaultTown(string Town, int People);
