namespace JobWise.Llm;

/// <summary>What the model is told about one call of a tool.</summary>
/// <param name="Text">The result, or in words why there is none.</param>
/// <param name="IsFailure">Whether there is none.</param>
/// <param name="Exception">What the code threw, where that is why.</param>
internal sealed record ToolOutcome(string Text, bool IsFailure = false, Exception? Exception = null);
