namespace JobWise.Llm.Pipeline;

/// <summary>The first hard budget that did not allow a reservation, and how it stood.</summary>
internal sealed record BudgetRefusal(BudgetClaim Claim, BudgetFigures Figures, bool IsInUsd);
