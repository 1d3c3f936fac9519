namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>An answer, or one chunk of it.</summary>
internal sealed record FloorResponse(string? Model, IReadOnlyList<FloorChoice> Choices);
