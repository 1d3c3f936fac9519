namespace JobWise.Llm.Tests;

/// <summary>A nested member of <see cref="Plan"/>.</summary>
internal sealed record PlanStep
{
    public required string Name { get; init; }
}
