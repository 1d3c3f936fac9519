namespace JobWise.Llm.Proofs.Running;

/// <summary>One row of a table.</summary>
/// <param name="Id">What was tried.</param>
/// <param name="Tried">How often; 0 fails the proof, because nothing tried is nothing shown.</param>
/// <param name="Cells">One per further column.</param>
internal sealed record ProofRow(string Id, int Tried, IReadOnlyList<string> Cells);
