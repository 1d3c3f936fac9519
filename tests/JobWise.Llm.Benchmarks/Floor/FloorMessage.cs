namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>A message, or in a stream the delta of one.</summary>
internal sealed record FloorMessage(string? Role, string? Content);
