using System.ComponentModel.DataAnnotations;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>The type that typed mutants are read into: every kind of member once.</summary>
internal sealed record FuzzAnswer
{
    public required string Title { get; init; }

    [Range(0, 100)]
    public required int Score { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public FuzzAnswer? Inner { get; init; }
}
