namespace JobWise.Llm.Resume.Analysis;

public class AnalysisCheckerTests
{
    [Fact]
    public void Check_keywords_that_the_posting_lacks_are_rejected()
    {
        var analysis = Check(new Stage1Answer { JobRequirements = new() { Keywords = ["Kafka", "Haskell", "experience"] } });

        Assert.Contains(analysis.Keywords, keyword => keyword is { Text: "Kafka", IsMatched: false });
        Assert.Equal([("not_in_posting", "Haskell"), ("too_general", "experience")], analysis.Rejected.Select(finding => (finding.Code, finding.Value)));
    }

    [Fact]
    public void Check_model_says_nothing_tools_and_skills_of_the_posting_are_found_by_code()
    {
        var analysis = Check(new Stage1Answer());

        Assert.Equal(["Python", "PostgreSQL", "Kafka", "Kubernetes"], analysis.Keywords.Select(keyword => keyword.Text));
        Assert.Equal(["Python", "PostgreSQL", "k8s"], analysis.MatchedKeywords);
        Assert.Equal(["Kafka"], analysis.MissingSkills);
    }

    [Fact]
    public void Check_same_keyword_in_two_spellings_counts_once_with_the_greater_weight()
    {
        var analysis = Check(new Stage1Answer { JobRequirements = new() { Keywords = ["k8s"], RequiredSkills = ["Kubernetes"] } });

        Assert.Equal(JobKeywordKind.Required, Assert.Single(analysis.Keywords, keyword => keyword.Text == "Kubernetes").Kind);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Check_score_out_of_range_is_replaced_by_the_share_of_keywords(double score)
    {
        var analysis = Check(new Stage1Answer { RankedExperiences = [new() { Id = "work-1", RelevanceScore = score }] });

        Assert.Equal(ResumeFindingCodes.ScoreOutOfRange, Assert.Single(analysis.Rejected).Code);
        Assert.Equal((0.5, false), (analysis.RankedEntries[0].Score, analysis.RankedEntries[0].IsScoredByModel));
    }

    [Fact]
    public void Check_unknown_entry_is_dropped_and_forgotten_entries_are_ranked()
    {
        var analysis = Check(new Stage1Answer { RankedProjects = [new() { Id = "project-7", RelevanceScore = 1 }] });

        Assert.Equal(ResumeFindingCodes.UnknownId, Assert.Single(analysis.Rejected).Code);
        Assert.Equal(["work-1", "work-2"], analysis.RankedEntries.Select(entry => entry.Id));
    }

    [Fact]
    public void Check_matching_keywords_must_be_on_both_sides()
    {
        var analysis = Check(new Stage1Answer { RankedExperiences = [new() { Id = "work-1", RelevanceScore = 0.9, MatchingKeywords = ["Python", "Kafka", "Payments"] }] });

        Assert.Equal([("not_in_entry", "work-1: Kafka"), ("not_in_posting", "Payments")], analysis.Rejected.Select(finding => (finding.Code, finding.Value)));
        Assert.Equal(["Python", "PostgreSQL"], analysis.RankedEntries[0].MatchingKeywords);
    }

    [Fact]
    public void Check_recommended_skill_that_the_profile_lacks_is_rejected()
    {
        var analysis = Check(new Stage1Answer { RecommendedSkills = ["Python", "Kafka"] });

        Assert.Equal(["Python", "PostgreSQL"], analysis.RecommendedSkills);
        Assert.Equal(("not_in_profile", "Kafka"), analysis.Rejected.Select(finding => (finding.Code, finding.Value)).Single());
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(9, null)]
    public void Check_years_must_be_in_the_posting(int claimed, int? expected) =>
        Assert.Equal(expected, Check(new Stage1Answer { JobRequirements = new() { YearsExperience = claimed } }).YearsExperience);

    [Theory]
    [InlineData("Senior", "senior")]
    [InlineData("wizard", null)]
    public void Check_level_outside_the_list_is_dropped(string claimed, string? expected) =>
        Assert.Equal(expected, Check(new Stage1Answer { JobRequirements = new() { SeniorityLevel = claimed } }).SeniorityLevel);

    private static JobAnalysis Check(Stage1Answer answer) => AnalysisChecker.Check(answer, new ProfileIndex(Some.Profile()), Some.Job());
}
