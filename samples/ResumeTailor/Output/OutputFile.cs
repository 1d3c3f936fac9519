namespace JobWise.Llm.Samples.Output;

/// <summary>A finished file that only has to be written.</summary>
internal sealed record OutputFile(string Name, string Content);
