using System.Globalization;
using JobWise.Llm.Resume;
using Spectre.Console;

namespace JobWise.Llm.Samples.Run;

/// <summary>One line when a stage ends.</summary>
internal sealed class StageLines(IAnsiConsole console) : IProgress<TailorProgress>
{
    public void Report(TailorProgress value)
    {
        if (value.Stage is { } stage)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Message}: done in {stage.Duration.TotalSeconds:0.00} s"));
    }
}
