using JobWise.Llm.Proofs.Faults.Judging;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>One case and what it came to.</summary>
/// <param name="Fault">The id of the fault or of the rig.</param>
/// <param name="Rows">The rows of the failure catalogue that it stands for.</param>
/// <param name="Subject">The client's name.</param>
/// <param name="Case">The mode, or what a rig tried.</param>
/// <param name="Verdict">Clean or not.</param>
internal sealed record FaultResult(string Fault, IReadOnlyList<int> Rows, string Subject, string Case, FaultVerdict Verdict);
