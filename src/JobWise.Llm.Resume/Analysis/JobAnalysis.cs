namespace JobWise.Llm.Resume;

/// <summary>What stage 1 found out, after code has checked it. Nothing in here is in doubt: what could not be confirmed is in <see cref="Rejected"/>.</summary>
public sealed record JobAnalysis
{
    /// <summary>The posting's keywords, in the order of their weight; each one occurs in the posting.</summary>
    public required IReadOnlyList<JobKeyword> Keywords { get; init; }

    /// <summary>How senior the posting wants the person: <c>junior</c>, <c>mid</c>, <c>senior</c> or <c>lead</c>; null when it does not say.</summary>
    public string? SeniorityLevel { get; init; }

    /// <summary>The years of experience that the posting asks for; the number occurs in it.</summary>
    public int? YearsExperience { get; init; }

    /// <summary>Jobs, projects and volunteer work, the most relevant first; every entry of the profile is in here.</summary>
    public required IReadOnlyList<RankedEntry> RankedEntries { get; init; }

    /// <summary>The profile's own skills that the posting asks for.</summary>
    public required IReadOnlyList<string> RecommendedSkills { get; init; }

    /// <summary>Required and preferred skills of the posting that the profile does not show.</summary>
    public required IReadOnlyList<string> MissingSkills { get; init; }

    /// <summary>What the model said and code did not believe, with the reason.</summary>
    public IReadOnlyList<ResumeFinding> Rejected { get; init; } = [];

    /// <summary>The keywords that the profile proves, in the spelling to show.</summary>
    public IEnumerable<string> MatchedKeywords => Keywords.Where(keyword => keyword.IsMatched).Select(keyword => keyword.Display);
}
