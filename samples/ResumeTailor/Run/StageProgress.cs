using JobWise.Llm.Resume;
using Spectre.Console;

namespace JobWise.Llm.Samples.Run;

/// <summary>Shows which stage is at work: as moving bars on a terminal, as lines of text in a file or a build log.</summary>
internal static class StageProgress
{
    public static Task<TailoredResume> ShowAsync(IAnsiConsole console, Func<IProgress<TailorProgress>, Task<TailoredResume>> work) =>
        console.Profile.Capabilities is { Interactive: true, Ansi: true } ? ShowBarsAsync(console, work) : work(new StageLines(console));

    private static Task<TailoredResume> ShowBarsAsync(IAnsiConsole console, Func<IProgress<TailorProgress>, Task<TailoredResume>> work) =>
        console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new StageBars(context)));
}
