using System.Text.Json.Nodes;

namespace JobWise.Llm.Resume.Validation;

public class RewriteCheckerTests
{
    [Theory]
    [InlineData("Cut costs by 40%", "Cut costs by 60%", "number", "60%")]
    [InlineData("Grew to 50 users", "Grew to 9999999999999999999999999999 billion users", "number", "9999999999999999999999999999")]
    [InlineData("Grew to 50 users", "Grew to 9999999999999999999999999999bn users", "name", "9999999999999999999999999999bn")]
    [InlineData("Grew to 50K users", "Grew to 50M users", "number", "50M")]
    [InlineData("Managed 3 projects with 5 teams", "Managed 5 projects with 3 teams", "number", "5")]
    [InlineData("Cut latency by 40% and raised revenue by 60%", "Raised revenue by 40% and cut latency by 60%", "number", "40%")]
    [InlineData("Manage budgets up to $5M", "Manage budgets over $5M", "number", "$5M")]
    [InlineData("Manage budgets up to $5M", "Manage budgets up to €5M", "character", "€")]
    [InlineData("Shortened builds from 2 hours to 15 minutes", "Shortened builds from 2 days to 15 minutes", "number", "2")]
    [InlineData("Served 50M requests daily", "Served 50M requests hourly", "time_unit", "hourly")]
    [InlineData("Built reports", "Built reports in Power BI", "name", "Power BI")]
    [InlineData("Built reports", "Built reports for Netflix", "name", "Netflix")]
    [InlineData("Hit the target", "Hit the Target", "name", "Target")]
    [InlineData("Brought it to market", "Brought Go to market in Rust", "name", "Rust")]
    [InlineData("Maintained network infrastructure", "Designed network infrastructure", "role", "Designed")]
    [InlineData("Assisted in budget planning", "Led budget planning", "role", "Led")]
    [InlineData("Assisted in budget planning", "Budget planning", "role", "helped")]
    [InlineData("Collaborated with engineers to deliver features", "Delivered features with engineers", "role", "worked with others")]
    [InlineData("Co-founded the company", "Founded the company", "role", "shared the role (co-)")]
    [InlineData("Generated sales leads", "Led sales", "role", "Led")]
    [InlineData("Did not miss a deadline", "Did miss a deadline", "negation", "not")]
    [InlineData("Built landing pages", "Built award-winning landing pages", "content_word", "award")]
    [InlineData("Moved data from Oracle to Redis", "Moved data from Redis to Oracle", "order", "redis oracl")]
    [InlineData("Built APIs in Python with Redis", "Built APIs in Python", "lost_fact", "Redis")]
    [InlineData("Trained 20 people in safety", "Trained people in safety", "lost_fact", "20")]
    [InlineData("Built APIs", "Built APIs <b>", "character", "<")]
    [InlineData("Built APIs", "Built АPIs", "character", "А")]
    [InlineData("Built APIs", "", "length", "")]
    public void Check_new_or_lost_fact_is_found(string source, string proposal, string code, string value)
    {
        var check = RewriteChecker.Check(new RewriteScope { Source = new TextFacts(source) }, proposal);

        Assert.Contains(check.Findings, finding => finding.Code == code && finding.Value == value);
    }

    [Theory]
    [InlineData("Reduced API response time by 40% through caching", "Lowered API response time 40% with caching")]
    [InlineData("Built 15+ client websites in React", "Delivered more than 15 client websites with React.js")]
    [InlineData("Supervised 5 PhD students", "Supervised five PhD students")]
    [InlineData("Won $2.4M in grants", "Secured $2,400,000 in grants")]
    [InlineData("Ran k8s clusters", "Ran Kubernetes clusters")]
    [InlineData("Manage project budgets up to $5M.", "Oversee project budgets of up to $5M")]
    [InlineData("Assisted in budget planning", "Supported budget planning")]
    [InlineData("Wrote ad-hoc queries, 4 times faster", "Wrote ad hoc queries, 4x faster")]
    public void Check_same_facts_in_other_words_pass(string source, string proposal)
    {
        var check = RewriteChecker.Check(new RewriteScope { Source = new TextFacts(source) }, proposal);

        Assert.Empty(check.Findings);
    }

    [Fact]
    public void Check_labelled_pairs_finds_every_fabrication_and_only_doubts_words_of_faithful_ones()
    {
        var pairs = File.ReadLines(Some.PathOf("bullet-pairs.jsonl")).Select(line => JsonNode.Parse(line)!).ToArray();

        var missed = pairs.Where(pair => Check(pair, "fabricated").IsPassed).Select(pair => (string)pair["fabricated"]!);
        var doubted = pairs.Select(pair => Check(pair, "faithful")).Where(check => !check.IsPassed).ToArray();

        Assert.Empty(missed);
        Assert.All(doubted.SelectMany(check => check.Findings), finding => Assert.Equal(ResumeFindingCodes.ContentWord, finding.Code));
        Assert.InRange(doubted.Length, 0, 15);
    }

    [Fact]
    public async Task Check_every_sample_bullet_against_itself_in_new_case_and_marks_passes()
    {
        var profiles = await Task.WhenAll(Some.Resumes().Select(file => JsonResumeReader.ReadFileAsync(file)));

        var failed = profiles.SelectMany(profile => profile.Work).SelectMany(work => work.Bullets)
            .Select(bullet => (bullet.Text, RewriteChecker.Check(new RewriteScope { Source = new TextFacts(bullet.Text) }, bullet.Text.TrimEnd('.') + ";")))
            .Where(pair => !pair.Item2.IsPassed).Select(pair => $"{pair.Text}: {pair.Item2.Findings[0]}");

        Assert.Empty(failed);
    }

    private static RewriteCheck Check(JsonNode pair, string kind) =>
        RewriteChecker.Check(new RewriteScope { Source = new TextFacts((string)pair["source"]!) }, (string)pair[kind]!);
}
