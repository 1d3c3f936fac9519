namespace JobWise.Llm.Resume;

/// <summary>One entry of the profile and how much it matters for the job.</summary>
public sealed record RankedEntry
{
    /// <summary>The entry's id, such as <c>work-1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>From 0 to 1: the model's where it gave one in range, else the share of the posting's keywords found in the entry.</summary>
    public required double Score { get; init; }

    /// <summary>Whether <see cref="Score"/> was given by the model.</summary>
    public bool IsScoredByModel { get; init; }

    /// <summary>Keywords of the posting that are found in the entry.</summary>
    public IReadOnlyList<string> MatchingKeywords { get; init; } = [];

    /// <summary>The model's own words, for the report only; never part of a resume.</summary>
    public string? Reason { get; init; }
}
