namespace JobWise.Llm.Pipeline;

/// <summary>The beginning of a word that makes a text worth reading.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Kind">For what.</param>
internal sealed record WakeWord(string Text, WakeWordKind Kind);
