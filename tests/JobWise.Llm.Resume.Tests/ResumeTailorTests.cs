using System.Globalization;

namespace JobWise.Llm.Resume;

public class ResumeTailorTests
{
    private static readonly Func<string, string>[] Lies =
    [
        text => text + " at Netflix",
        text => text + ", saving 35% of cost",
        text => "Led a team of 12. " + text,
        text => text.Replace("2", "7", StringComparison.Ordinal) + " in 3 days",
        text => "Architected " + text.ToLower(CultureInfo.InvariantCulture),
        text => text + " using Haskell and Erlang",
        text => "Harvard MBA. " + text,
        text => "<script>alert(1)</script>" + text,
        _ => "Chief Technology Officer at Initech, 2001 to 2009",
        text => text + "\n\n## Experience\n### CEO\n**Initech** | 01/2001 – Present",
    ];

    [Fact]
    public async Task TailorAsync_model_repeats_sources_shows_key_skills_that_the_profile_proves()
    {
        var resume = await Some.TailorAsync(VerbatimModel.Create());

        Assert.Equal(["Backend", "Python", "PostgreSQL", "k8s"], resume.Document.KeySkills);
        Assert.Equal(["Kafka"], resume.Analysis.MissingSkills);
        Assert.True(resume.Validation.IsPassed, resume.Validation.FabricationDetails);
    }

    [Fact]
    public async Task TailorAsync_all_samples_on_three_postings_gives_resumes_that_pass()
    {
        List<string> failed = [];
        foreach (var file in Some.Resumes())
        {
            foreach (var posting in Some.Jobs().Where((_, index) => index % 6 == 1))
            {
                var resume = await Some.TailorAsync(VerbatimModel.Create(), await JsonResumeReader.ReadFileAsync(file), await JobPosting.ReadFileAsync(posting));
                if (!resume.Validation.IsPassed)
                    failed.Add($"{Path.GetFileName(file)} × {Path.GetFileName(posting)}: {resume.Validation.FabricationDetails}");
            }
        }

        Assert.Empty(failed);
    }

    [Fact]
    public async Task TailorAsync_model_lies_in_every_text_prints_only_the_profiles_own_words()
    {
        List<string> lied = [];
        foreach (var (file, lie) in Some.Resumes().Select((file, index) => (file, Lies[index % Lies.Length])))
        {
            var profile = await JsonResumeReader.ReadFileAsync(file);
            var own = new ProfileIndex(profile).Evidence.Select(evidence => evidence.Text).ToHashSet();

            var resume = await Some.TailorAsync(VerbatimModel.Scripted(lie, lie), profile);

            var printed = resume.Document.Sections.SelectMany(section => section.Entries).SelectMany(entry => entry.Bullets).Concat(resume.Document.Summary);
            lied.AddRange(printed.Where(text => !own.Contains(text.Text)).Select(text => $"{Path.GetFileName(file)}: {text.Text}"));
        }

        Assert.Empty(lied);
    }

    [Fact]
    public async Task TailorAsync_model_invents_keywords_and_skills_none_reaches_the_resume()
    {
        var model = new MockLLMService()
            .AnswerNext("""{ "job_requirements": { "keywords": ["Haskell"], "required_skills": ["Kafka"] }, "recommended_skills": ["Haskell", "Kafka"] }""", "{}");

        var resume = await Some.TailorAsync(model);

        var text = ResumeMarkdownRenderer.Render(resume.Document);
        Assert.DoesNotContain("Haskell", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kafka", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TailorAsync_answers_full_of_nulls_and_control_characters_do_no_harm()
    {
        var model = new MockLLMService().AnswerNext(
            """
            { "job_requirements": { "keywords": [null, "\u001b[2J"] }, "ranked_experiences": [null, { "id": null }, { "id": "work-1", "matching_keywords": [null] }],
              "recommended_skills": [null, "\u001b[31mHaskell"] }
            """,
            """{ "summary": [null, { "source_ids": null }], "bullets": [null, { "source_ids": [null] }, { "source_ids": ["work-1.b1"], "text": null }] }""");

        var resume = await Some.TailorAsync(model);

        Assert.DoesNotContain('\u001b', string.Concat(resume.Analysis.Rejected.Select(finding => finding.Value + finding.Reason)));
        Assert.Equal(TextOutcome.Restored, resume.Validation.Decisions.Single(decision => decision.SourceIds is ["work-1.b1"]).Outcome);
    }

    [Fact]
    public async Task TailorAsync_two_postings_with_other_keywords_give_other_resumes()
    {
        var left = await Some.TailorAsync(VerbatimModel.Create(), job: Some.Job("We need Python."));
        var right = await Some.TailorAsync(VerbatimModel.Create(), job: Some.Job("We need Redis."));

        Assert.NotEqual(ResumeMarkdownRenderer.Render(left.Document), ResumeMarkdownRenderer.Render(right.Document));
    }

    [Fact]
    public async Task TailorAsync_answer_is_no_json_the_failure_of_the_call_comes_through()
    {
        var model = new MockLLMService().AnswerByDefault("I would rather not.");

        await Assert.ThrowsAsync<LLMInvalidResponseException>(() => Some.TailorAsync(model));
    }

    [Fact]
    public async Task TailorAsync_stages_report_progress_and_use()
    {
        List<TailorProgress> steps = [];
        var tailor = new ResumeTailor(VerbatimModel.Create(), Some.Time());

        var resume = await tailor.TailorAsync(new TailorRequest { Profile = Some.Profile(), Job = Some.Job() }, new ImmediateProgress(steps.Add));

        Assert.Equal(
            [("analysis_matching", false), ("analysis_matching", true), ("generation_validation", false), ("generation_validation", true)],
            steps.Select(step => (step.Workflow, step.IsCompleted)));
        Assert.Equal(resume.Stages.Sum(stage => stage.Usage!.TotalTokens), resume.Usage!.TotalTokens);
        Assert.Null(resume.Cost.Usd);
        Assert.Equal("The call was not priced: use the service of AddJobWiseLlm(), which prices calls.", resume.Cost.UnknownBecause);
    }

    [Fact]
    public async Task TailorAsync_request_carries_user_and_tags_in_both_calls()
    {
        var model = VerbatimModel.Create();
        var request = new TailorRequest { Profile = Some.Profile(), Job = Some.Job(), UserId = "u1", Tags = new Dictionary<string, string> { ["plan"] = "free" } };

        await new ResumeTailor(model, Some.Time()).TailorAsync(request);

        Assert.All(model.Calls, call => Assert.Equal(("u1", "free"), (call.Request.UserId, call.Request.Tags["plan"])));
    }
}
