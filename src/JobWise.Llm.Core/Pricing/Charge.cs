namespace JobWise.Llm;

/// <summary>One line of a bill.</summary>
/// <param name="What">The kind of tokens, for messages.</param>
/// <param name="Tokens">How many.</param>
/// <param name="PerMillion">US dollars; null when unknown.</param>
internal readonly record struct Charge(string What, long Tokens, decimal? PerMillion);
