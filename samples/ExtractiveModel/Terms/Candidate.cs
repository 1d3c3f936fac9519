namespace JobWise.Llm.Samples.Terms;

/// <summary>One place of a posting where a term may stand.</summary>
internal readonly record struct Candidate(string Text, int Start, double Weight, bool IsName);
