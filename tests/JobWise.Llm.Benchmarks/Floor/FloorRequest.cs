namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>The least a chat completion request holds.</summary>
internal sealed record FloorRequest(string Model, IReadOnlyList<FloorMessage> Messages, bool Stream);
