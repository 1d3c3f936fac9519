using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Limits;

/// <summary>One table of the proof and the figures that come from it.</summary>
internal sealed record LimitPart(ProofTable Table, IReadOnlyList<ProofFigure> Figures);
