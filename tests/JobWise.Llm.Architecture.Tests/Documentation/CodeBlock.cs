namespace JobWise.Llm.Architecture.Tests.Documentation;

/// <summary>A fenced block of C#.</summary>
/// <param name="Path">The page it is on.</param>
/// <param name="Line">The line of the opening fence.</param>
/// <param name="Text">What is between the fences.</param>
internal sealed record CodeBlock(string Path, int Line, string Text);
