namespace JobWise.Llm.Resume.Validation;

public class TextJudgeTests
{
    [Fact]
    public void Judge_true_wording_is_printed()
    {
        var judgement = Judge(Bullet("work-1.b2", "Developed 5 Python and PostgreSQL services"));

        var decision = judgement.Bullets["work-1.b2"];
        Assert.Equal((TextOutcome.Rephrased, "Developed 5 Python and PostgreSQL services"), (decision.Outcome, decision.ResumeText));
    }

    [Fact]
    public void Judge_false_wording_is_replaced_by_the_source_and_says_why()
    {
        var judgement = Judge(Bullet("work-1.b2", "Built 50 services in Python, PostgreSQL and Kafka"));

        var decision = judgement.Bullets["work-1.b2"];
        Assert.Equal((TextOutcome.Restored, "Built 5 services in Python and PostgreSQL"), (decision.Outcome, decision.ResumeText));
        Assert.Contains("The source does not name Kafka.", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_fact_of_another_job_is_refused()
    {
        var judgement = Judge(Bullet("work-1.b2", "Built 5 services in Python and PostgreSQL on k8s"));

        Assert.Equal(TextOutcome.Restored, judgement.Bullets["work-1.b2"].Outcome);
    }

    [Theory]
    [InlineData("work-9.b1", "unknown_id")]
    [InlineData("work-1", "unknown_id")]
    [InlineData("work-1.s", "unknown_id")]
    [InlineData("work-1.b1 work-1.b2", "source_count")]
    [InlineData("", "source_count")]
    public void Judge_bullet_without_one_source_bullet_is_rejected(string ids, string code)
    {
        var proposal = new Stage2Text { SourceIds = [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)], Text = "Built 5 services" };

        var judgement = Judge(new Stage2Answer { Bullets = [proposal] });

        Assert.Equal(code, Assert.Single(judgement.Rejected).Code);
        Assert.All(judgement.Bullets.Values, decision => Assert.Equal(TextOutcome.Kept, decision.Outcome));
    }

    [Fact]
    public void Judge_second_text_for_a_bullet_is_rejected()
    {
        var first = new Stage2Text { SourceIds = ["work-1.b1"], Text = "Coached 3 junior developers" };

        var judgement = Judge(new Stage2Answer { Bullets = [first, first] });

        Assert.Equal(ResumeFindingCodes.DuplicateSource, Assert.Single(judgement.Rejected).Code);
    }

    [Theory]
    [InlineData("summary.1", "Backend developer with 6 years of experience.", TextOutcome.Kept)]
    [InlineData("work-1.b2", "Backend developer who built 5 services in Python.", TextOutcome.Rephrased)]
    [InlineData("work-1", "Senior Developer at Acme Ltd with 6+ years of professional experience.", TextOutcome.Rephrased)]
    [InlineData("skill-2", "Skilled in Python and PostgreSQL.", TextOutcome.Rephrased)]
    [InlineData("work-1", "Senior Developer with 9 years of experience.", TextOutcome.LeftOut)]
    [InlineData("work-1.b2", "6 years of experience in Python.", TextOutcome.LeftOut)]
    [InlineData("work-2.b2", "Ran k8s clusters with 40 nodes at Acme Ltd.", TextOutcome.LeftOut)]
    [InlineData("summary.1", "Backend architect with 6 years of experience.", TextOutcome.Restored)]
    public void Judge_sentence_of_the_summary_is_decided(string id, string text, TextOutcome outcome)
    {
        var judgement = Judge(new Stage2Answer { Summary = [new Stage2Text { SourceIds = [id], Text = text }] });

        Assert.Equal(outcome, judgement.Summary[0].Outcome);
    }

    [Fact]
    public void Judge_sentence_of_two_jobs_is_rejected()
    {
        var sentence = new Stage2Text { SourceIds = ["work-1.b2", "work-2.b2"], Text = "Built services in Python on k8s clusters." };

        var judgement = Judge(new Stage2Answer { Summary = [sentence] });

        Assert.Equal(ResumeFindingCodes.SourceCount, Assert.Single(judgement.Rejected).Code);
    }

    [Fact]
    public void Judge_no_sentence_passes_the_own_summary_is_kept_whole()
    {
        var judgement = Judge(new Stage2Answer { Summary = [new Stage2Text { SourceIds = ["work-1.b1"], Text = "Visionary leader." }] });

        Assert.Equal(
            ["Backend developer with 6 years of experience.", "Builds services in Python."],
            judgement.Summary.Select(decision => decision.ResumeText).OfType<string>());
    }

    private static Judgement Judge(Stage2Answer answer) => new TextJudge(new ProfileIndex(Some.Profile()), [], years: 6).Judge(answer);

    private static Stage2Answer Bullet(string id, string text) => new() { Bullets = [new Stage2Text { SourceIds = [id], Text = text }] };

}
