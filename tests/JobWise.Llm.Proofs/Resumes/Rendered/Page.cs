using JobWise.Llm.Proofs.Resumes.Facts;

namespace JobWise.Llm.Proofs.Resumes.Rendered;

/// <summary>What a rendered resume states.</summary>
internal sealed record Page
{
    public required IReadOnlyList<Fact> Facts { get; init; }

    public required IReadOnlyList<string> KeySkills { get; init; }

    public required string Summary { get; init; }

    /// <summary>The bullets, each with the entry it stands under.</summary>
    public required IReadOnlyList<(string Owner, string Text)> Bullets { get; init; }

    /// <summary>Everything a reader sees.</summary>
    public required string AllText { get; init; }

    /// <summary>The skills a reader sees, in both places.</summary>
    public IEnumerable<string> Skills => KeySkills.Concat(Facts.Where(fact => fact.Kind == "Skills").Select(fact => fact.Value));
}
