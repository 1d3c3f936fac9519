namespace JobWise.Llm.Tests;

/// <summary>An answer type with a required, an optional and a nested member.</summary>
internal sealed record Plan
{
    public required string Title { get; init; }

    public int? Days { get; init; }

    public IReadOnlyList<PlanStep> Steps { get; init; } = [];
}
