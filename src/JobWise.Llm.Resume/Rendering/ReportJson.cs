namespace JobWise.Llm.Resume;

/// <summary>The shape of the report.</summary>
internal sealed record ReportJson
{
    public required string FabricationCheck { get; init; }

    public string? FabricationDetails { get; init; }

    public required IReadOnlyList<ReportMappingJson> ContentMapping { get; init; }

    public required ReportVerificationJson AdaptiveVerification { get; init; }

    public required double AtsScore { get; init; }

    public required double KeywordCoverage { get; init; }

    public required double AttainableKeywordCoverage { get; init; }

    public required double StructureScore { get; init; }

    public required IReadOnlyDictionary<string, bool> StructureChecks { get; init; }

    public required IReadOnlyList<string> OverusedKeywords { get; init; }

    public required IReadOnlyList<string> MatchedKeywords { get; init; }

    public required IReadOnlyList<string> MissingSkills { get; init; }

    public required IReadOnlyList<ReportKeywordJson> Keywords { get; init; }

    public required IReadOnlyList<RankedEntry> RankedEntries { get; init; }

    public required IReadOnlyList<ResumeFinding> Rejected { get; init; }

    public required IReadOnlyList<ReportStageJson> Stages { get; init; }

    public int? TotalTokens { get; init; }

    public decimal? CostUsd { get; init; }

    public string? CostUnknownBecause { get; init; }

    public required double Seconds { get; init; }

    public static ReportJson Of(TailoredResume resume) => new()
    {
        FabricationCheck = resume.Validation.IsPassed ? "passed" : "failed",
        FabricationDetails = resume.Validation.FabricationDetails,
        ContentMapping = [.. resume.Validation.Decisions.Select(ReportMappingJson.Of)],
        AdaptiveVerification = new(resume.Validation.CrossReferencesChecked, resume.Validation.MismatchesFound),
        AtsScore = resume.Validation.Scores.AtsScore,
        KeywordCoverage = resume.Validation.Scores.KeywordCoverage,
        AttainableKeywordCoverage = resume.Validation.Scores.AttainableCoverage,
        StructureScore = resume.Validation.Scores.Structure,
        StructureChecks = resume.Validation.Scores.StructureChecks,
        OverusedKeywords = resume.Validation.Scores.Overused,
        MatchedKeywords = [.. resume.Analysis.MatchedKeywords],
        MissingSkills = resume.Validation.MissingSkills,
        Keywords = [.. resume.Analysis.Keywords.Select(ReportKeywordJson.Of)],
        RankedEntries = resume.Analysis.RankedEntries,
        Rejected = [.. resume.Analysis.Rejected, .. resume.Validation.Rejected],
        Stages = [.. resume.Stages.Select(ReportStageJson.Of)],
        TotalTokens = resume.Usage?.TotalTokens,
        CostUsd = resume.Cost.Usd,
        CostUnknownBecause = resume.Cost.UnknownBecause,
        Seconds = Math.Round(resume.Duration.TotalSeconds, 3),
    };
}
