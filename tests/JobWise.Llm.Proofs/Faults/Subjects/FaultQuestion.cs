namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>How a client is asked.</summary>
/// <param name="Mode">Whole, streamed or typed.</param>
/// <param name="MaxTokens">The output cap; null is the client's own.</param>
internal sealed record FaultQuestion(FaultMode Mode, int? MaxTokens = null);
