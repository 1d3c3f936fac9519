using System.Text;
using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>What is wrong with the input ends in one line, an exit code and no output.</summary>
public sealed class RefusedInputTests : IDisposable
{
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public async Task Run_with_a_missing_profile_names_it()
    {
        await Refuses(["--profile", "none.json"], $"The profile '{_tailor.PathOf("none.json")}' does not exist. Check the path given with --profile.");
    }

    [Fact]
    public async Task Run_with_a_missing_posting_names_it()
    {
        await Refuses(["--job", "none.txt"], $"The job posting '{_tailor.PathOf("none.txt")}' does not exist. Check the path given with --job.");
    }

    [Fact]
    public async Task Run_with_a_folder_as_profile_says_so()
    {
        await Refuses(["--profile", _tailor.Folder], $"The profile '{_tailor.Folder}' is a folder. Name a file with --profile.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public async Task Run_with_an_empty_profile_says_what_it_should_hold(string content)
    {
        var profile = _tailor.Write("empty.json", content);

        await Refuses(
            ["--profile", profile], $"The profile '{profile}' is empty. Give a JSON Resume file in UTF-8 (https://jsonresume.org/schema).");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n   \n")]
    public async Task Run_with_an_empty_posting_says_what_it_should_hold(string content)
    {
        var posting = _tailor.Write("empty.txt", content);

        await Refuses(
            ["--job", posting], $"The job posting '{posting}' is empty. Save the text of the posting in it, as plain text or Markdown in UTF-8.");
    }

    [Fact]
    public async Task Run_with_a_posting_of_marks_only_says_that_it_is_empty()
    {
        var posting = _tailor.Write("marks.md", "# \n---\n***\n");

        await Refuses(["--job", posting], $"The job posting '{posting}' is empty: paste the text of the job posting into it.");
    }

    [Fact]
    public async Task Run_with_invalid_json_names_the_place()
    {
        var profile = _tailor.Write("broken.json", "{\n  \"basics\": { \"name\": \"Ann\" \n");

        var run = await Refuses(["--profile", profile], expected: null);
        Assert.StartsWith($"error: The profile '{profile}' is not valid JSON at line 3, column ", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_with_a_resume_without_work_says_what_to_add()
    {
        var profile = _tailor.Write("no-work.json", """{"basics":{"name":"Ann"},"projects":[{"name":"Boat","highlights":["Built a boat"]}]}""");

        await Refuses(
            ["--profile", profile], $"The profile '{profile}' has no work entries, so there is nothing to tailor. Add at least one entry to \"work\".");
    }

    [Fact]
    public async Task Run_with_an_empty_resume_says_what_to_add()
    {
        var profile = _tailor.Write("bare.json", """{"basics":{"name":"Ann"}}""");

        var run = await Refuses(["--profile", profile], expected: null);
        Assert.Contains("\"work\"", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_with_a_pdf_as_posting_says_that_it_is_no_text()
    {
        var posting = _tailor.WriteBytes("job.pdf", [.. "%PDF-1.7\n"u8, 0xE2, 0xE3, 0xCF, 0xD3, 0x00]);

        await Refuses(
            ["--job", posting], $"The job posting '{posting}' is not a text file. Save the text of the posting in it, as plain text or Markdown in UTF-8.");
    }

    [Fact]
    public async Task Run_with_a_huge_posting_names_the_limit()
    {
        var posting = _tailor.WriteBytes("huge.txt", new byte[500_001]);

        await Refuses(["--job", posting], $"The job posting '{posting}' has 500,001 bytes, and the most is 500,000. Cut it to what matters.");
    }

    [Fact]
    public async Task Run_with_a_posting_from_notepad_reads_it()
    {
        var posting = _tailor.WriteBytes("utf16.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("We need Python and Docker.")]);

        var run = await _tailor.RunAsync("--job", posting);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Docker", _tailor.ReadResult("resume.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_with_an_unknown_option_names_it()
    {
        await Refuses(["--profil", "x.json"], "Unrecognized command or argument '--profil'. Use --help to see all options.");
    }

    [Fact]
    public async Task Run_with_an_option_without_value_names_it()
    {
        await Refuses(["--profile"], "Required argument missing for option: '--profile'. Use --help to see all options.");
    }

    [Fact]
    public async Task Run_with_a_blank_option_names_it()
    {
        await Refuses(["--profile", " "], "--profile is empty. Give it a value or leave it out. Use --help to see all options.");
    }

    private async Task<TailorOutcome> Refuses(IReadOnlyList<string> arguments, string? expected)
    {
        var run = await _tailor.RunAsync(arguments);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Single(run.ErrorLines);
        Assert.False(Directory.Exists(_tailor.Out));
        if (expected is not null)
            Assert.Equal($"error: {expected}", run.ErrorLines[0].TrimEnd());
        return run;
    }
}
