namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>An answer that a client presents as complete.</summary>
/// <param name="Text">The text; of a typed answer, its value as JSON.</param>
/// <param name="Finish">Why the model stopped; null where the client does not say.</param>
internal sealed record FaultReading(string Text, string? Finish);
