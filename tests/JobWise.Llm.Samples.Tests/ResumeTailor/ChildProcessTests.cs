using System.Diagnostics;
using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>The program as the shell sees it.</summary>
public sealed class ChildProcessTests : IDisposable
{
    private const string Program = "ResumeTailor";
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public async Task Program_without_arguments_runs_on_its_sample_in_any_folder()
    {
        var run = await ChildProgram.RunAsync(Program, _tailor.Folder, []);

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(4, Directory.GetFiles(_tailor.Out).Length);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task Program_with_a_missing_file_prints_one_line_and_no_stack_trace()
    {
        var run = await ChildProgram.RunAsync(Program, _tailor.Folder, ["--profile", "none.json"]);

        Assert.Equal((ExitCode.BadInput, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal(
            $"error: The profile '{_tailor.PathOf("none.json")}' does not exist. Check the path given with --profile.", Assert.Single(run.ErrorLines));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_tailor.Folder));
    }

    [Fact]
    public async Task Program_ends_cleanly_when_it_is_told_to_stop()
    {
        // Windows has no kill command. TERM and not INT, since a shell starts background jobs with INT ignored; the program treats both alike.
        if (OperatingSystem.IsWindows())
            return;
        Process? program = null;
        using var ended = new ManualResetEventSlim();
        await using var server = LoopbackServer.Start(_ =>
        {
            Process.Start("kill", ["-TERM", $"{program!.Id}"]);
            ended.Wait(TimeSpan.FromMinutes(1));
            return new LoopbackResponse { Body = "{}" };
        });

        var run = await ChildProgram.RunAsync(
            Program, _tailor.Folder, ["--base-url", $"{server.Address}v1", "--model", "tiny"], started => program = started);
        ended.Set();

        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Equal("error: Stopped; nothing was written.", Assert.Single(run.ErrorLines));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_tailor.Folder));
    }
}
