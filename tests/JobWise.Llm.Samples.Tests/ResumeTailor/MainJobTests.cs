using System.Text.Json;
using JobWise.Llm.Resume;
using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

public sealed class MainJobTests : IDisposable
{
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public async Task Run_without_arguments_writes_the_four_files_of_the_sample()
    {
        var run = await _tailor.RunAsync();

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(
            ["report.json", "resume.html", "resume.json", "resume.md"],
            Directory.EnumerateFileSystemEntries(_tailor.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.StartsWith("# ", _tailor.ReadResult("resume.md"), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", _tailor.ReadResult("resume.html"), StringComparison.OrdinalIgnoreCase);
        using var report = JsonDocument.Parse(_tailor.ReadResult("report.json"));
        Assert.Equal(JsonValueKind.Object, report.RootElement.ValueKind);
    }

    [Fact]
    public async Task Run_without_a_key_says_that_no_model_is_asked()
    {
        var run = await _tailor.RunAsync();

        Assert.Contains("Provider: mock (no key was found). No model is asked", OneLine(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_prints_keywords_changes_and_what_each_stage_took()
    {
        var run = await _tailor.RunAsync();

        Assert.Matches(@"Matched +│ [^│]*\bKubernetes\b", run.Output);
        Assert.Matches(@"Missing +│ [^│]*\w", run.Output);
        Assert.Contains("What was changed and why", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"1 Matching +│ mock extractive +│ +~[\d,]+ +│ +~[\d,]+ +│", run.Output);
        Assert.Matches(@"Total, ", run.Output);
    }

    [Fact]
    public async Task Run_without_a_terminal_prints_no_escape_codes()
    {
        var run = await _tailor.RunAsync();

        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task Run_writes_a_profile_that_can_be_tailored_again()
    {
        await _tailor.RunAsync("--profile", SampleFiles.Resume("15-marketing-manager.json"), "--job", SampleFiles.Job("onet-marketing-manager.md"));

        var again = JsonResumeReader.Read(_tailor.ReadResult("resume.json"));
        Assert.Equal("Jessica Williams", again.Basics.Name);
        Assert.Equal(3, again.Work.Count);
    }

    [Fact]
    public async Task Run_for_two_postings_gives_two_resumes()
    {
        var profile = SampleFiles.Resume("05-jane-developer.json");
        await _tailor.RunAsync("--profile", profile, "--job", SampleFiles.Job("rm-backend-eng.txt"));
        var first = _tailor.ReadResult("resume.md");

        await _tailor.RunAsync("--profile", profile, "--job", SampleFiles.Job("dfe-senior-interaction-designer.md"));

        Assert.NotEqual(first, _tailor.ReadResult("resume.md"));
    }

    [Fact]
    public async Task Run_twice_gives_the_same_resume()
    {
        await _tailor.RunAsync();
        var first = _tailor.ReadResult("resume.md");

        await _tailor.RunAsync();

        Assert.Equal(first, _tailor.ReadResult("resume.md"));
    }

    [Fact]
    public async Task Run_of_an_electrician_job_on_a_marketing_manager_still_gives_her_resume()
    {
        var run = await _tailor.RunAsync(
            "--profile", SampleFiles.Resume("15-marketing-manager.json"), "--job", SampleFiles.Job("onet-electrician.md"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Brand Solutions", _tailor.ReadResult("resume.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("AutoCAD", _tailor.ReadResult("resume.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option_and_writes_nothing()
    {
        var run = await _tailor.RunAsync("--help");

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
        Assert.All(["--profile", "--job", "--provider", "--out", "--base-url", "--model"], option => Assert.Contains(option, run.Output, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_tailor.Folder));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
