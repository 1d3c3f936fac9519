using System.Text.Json.Nodes;
using JobWise.Llm.Resume;
using JobWise.Llm.Samples.Tests.Harness;
using ResumePipeline = JobWise.Llm.Resume.ResumeTailor;

namespace JobWise.Llm.Samples.Tests.ExtractiveModel;

public sealed class ExtractiveModelTests
{
    private readonly MockLLMOptions _options = new MockLLMOptions().UseExtractiveModel();

    [Fact]
    public async Task Answer_to_stage_1_ranks_by_shared_terms()
    {
        var mock = new MockLLMService(_options);
        await TailorAsync(mock, "15-marketing-manager.json", "onet-marketing-manager.md");

        var answer = JsonNode.Parse(Samples.ExtractiveModel.Answer(mock.Calls[0].Request))!;

        var scores = answer["ranked_experiences"]!.AsArray().Select(rank => rank!["relevance_score"]!.GetValue<double>()).ToArray();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        Assert.True(scores[0] > 0);
    }

    [Fact]
    public async Task Answer_to_stage_2_keeps_every_word()
    {
        var tailored = await TailorAsync(new MockLLMService(_options), "05-jane-developer.json", "rm-backend-eng.txt");

        Assert.All(
            tailored.Validation.Decisions.Where(decision => decision.SourceIds.Any(id => id.Contains(".b", StringComparison.Ordinal))),
            decision => Assert.Equal(TextOutcome.Kept, decision.Outcome));
    }

    [Fact]
    public async Task Answer_is_the_same_for_the_same_request()
    {
        var mock = new MockLLMService(_options);
        await TailorAsync(mock, "05-jane-developer.json", "rm-backend-eng.txt");

        Assert.All(mock.Calls, call => Assert.Equal(Samples.ExtractiveModel.Answer(call.Request), Samples.ExtractiveModel.Answer(call.Request)));
    }

    [Fact]
    public async Task Answer_works_for_every_posting_of_the_samples()
    {
        foreach (var posting in SampleFiles.Jobs)
        {
            var tailored = await TailorAsync(new MockLLMService(_options), "15-marketing-manager.json", Path.GetFileName(posting));

            Assert.True(tailored.Validation.IsPassed, posting);
            Assert.Empty(tailored.Validation.Rejected);
        }
    }

    [Fact]
    public void Answer_to_any_other_request_says_what_it_is_for()
    {
        var error = Assert.Throws<LLMInvalidRequestException>(() => Samples.ExtractiveModel.Answer(LLMRequest.FromPrompt("Write a haiku.")));

        Assert.Equal(
            "The extractive model only answers the two stages of the resume pipeline, and the request (workflow '') is of neither. "
            + "Use a real provider, or another Mock script, for other requests.",
            error.Message);
    }

    private static async Task<TailoredResume> TailorAsync(MockLLMService mock, string resume, string job) =>
        await new ResumePipeline(mock, TimeProvider.System).TailorAsync(new TailorRequest
        {
            Profile = await JsonResumeReader.ReadFileAsync(SampleFiles.Resume(resume)),
            Job = await JobPosting.ReadFileAsync(SampleFiles.Job(job)),
        });
}
