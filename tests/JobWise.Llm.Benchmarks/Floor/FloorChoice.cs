namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>The one choice of an answer or a chunk.</summary>
internal sealed record FloorChoice(FloorMessage? Message, FloorMessage? Delta, string? FinishReason);
