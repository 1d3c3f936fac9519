namespace JobWise.Llm.Tests;

/// <summary>An answer type whose members are constructor parameters.</summary>
internal sealed record Town(string Name, int Population);
