namespace JobWise.Llm;

/// <summary>The end of a call; one object, so that a reader on another thread sees all of it or nothing.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Response">The answer, where there was one.</param>
/// <param name="Error">The failure, where there was one.</param>
internal sealed record MockCallEnd(MockCallOutcome Outcome, LLMResponse? Response = null, Exception? Error = null);
