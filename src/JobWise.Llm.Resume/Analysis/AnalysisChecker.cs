using System.Globalization;

namespace JobWise.Llm.Resume;

/// <summary>Turns the model's answer of stage 1 into what is known: each part is looked up in the posting and the profile.</summary>
internal static class AnalysisChecker
{
    private static readonly HashSet<string> Levels = new(["junior", "mid", "senior", "lead"], StringComparer.Ordinal);

    public static JobAnalysis Check(Stage1Answer answer, ProfileIndex profile, JobPosting job)
    {
        var collector = new KeywordCollector(profile, job);
        var keywords = collector.Collect(answer);
        var ranking = new EntryRanking(profile, job, keywords);
        var entries = ranking.Rank(answer);
        var (skills, foreign) = Recommended([.. (answer.RecommendedSkills ?? []).OfType<string>()], profile, keywords);
        return new JobAnalysis
        {
            Keywords = keywords,
            SeniorityLevel = answer.JobRequirements?.SeniorityLevel?.ToLowerInvariant() is { } level && Levels.Contains(level) ? level : null,
            YearsExperience = YearsIn(job, answer.JobRequirements?.YearsExperience),
            RankedEntries = entries,
            RecommendedSkills = skills,
            MissingSkills = [.. keywords.Where(IsMissingSkill).Select(keyword => keyword.Text)],
            Rejected = [.. collector.Rejected, .. ranking.Rejected, .. foreign],
        };
    }

    private static (IReadOnlyList<string> Skills, IReadOnlyList<ResumeFinding> Foreign) Recommended(
        string[] proposed, ProfileIndex profile, IReadOnlyList<JobKeyword> keywords)
    {
        var wanted = keywords.Select(keyword => KeywordRules.Identity(keyword.Text)).Concat(proposed.Select(KeywordRules.Identity))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = profile.Skills.Select(KeywordRules.Identity).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (
            [.. profile.Skills.Where(skill => wanted.Contains(KeywordRules.Identity(skill)))],
            [.. proposed.Where(skill => !own.Contains(KeywordRules.Identity(skill))).Select(skill => new ResumeFinding
            {
                Code = ResumeFindingCodes.NotInProfile, Value = skill, Reason = "The profile does not list this skill.",
            })]);
    }

    private static bool IsMissingSkill(JobKeyword keyword) => !keyword.IsMatched
        && (keyword.Kind is JobKeywordKind.Required or JobKeywordKind.Preferred || KnownNames.Find(keyword.Text) is not null);

    private static int? YearsIn(JobPosting job, int? years) =>
        years is { } count && KeywordMatcher.Contains(job.PlainText, count.ToString(CultureInfo.InvariantCulture)) ? count : null;
}
