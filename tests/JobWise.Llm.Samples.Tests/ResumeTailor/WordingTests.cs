using JobWise.Llm.Samples.Tests.Harness;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>What the console says must be true of the run.</summary>
public sealed class WordingTests : IDisposable
{
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public async Task Run_without_a_provable_keyword_says_that_there_is_none()
    {
        var posting = _tailor.Write("posting.txt", "We need a beekeeper. Requirements: beekeeping, apiculture, honey extraction.");

        var run = await _tailor.RunAsync("--job", posting);

        Assert.Contains("Keywords shown: 0 % of the posting's; the profile proves none of them.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_says_what_was_looked_up_and_what_the_total_holds()
    {
        var run = await _tailor.RunAsync();

        Assert.Matches(@"Keywords shown: \d+ % of the posting's; \d+ % of those the profile can prove\.", run.Output);
        Assert.Matches(@"Numbers, names and words of the new wordings looked up in the profile: [\d,]+; not found", string.Join(' ', run.Output.Split()));
        Assert.Matches("Total, with reading and checking +│", run.Output);
    }

    [Fact]
    public async Task Help_names_the_sample_as_it_is()
    {
        var run = await _tailor.RunAsync("--help");

        var help = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Left out: the sample resume of a full stack engineer.", help, StringComparison.Ordinal);
    }
}
