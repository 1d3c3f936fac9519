using System.Globalization;
using JobWise.Llm.Resume;
using JobWise.Llm.Samples.Run;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace JobWise.Llm.Samples.Output;

/// <summary>Tokens, cost and time of each stage and of the whole run.</summary>
internal static class StageTable
{
    public static IRenderable Of(TailoredResume resume)
    {
        var table = new Table { Title = new TableTitle("What it took") }
            .AddColumns("Stage", "Model", "Tokens in", "Tokens out", "Cost (USD)", "Time")
            .LeftAligned();
        foreach (var stage in resume.Stages)
            AddRow(table, Name(stage.Workflow), $"{stage.Provider} {stage.Model}", stage.Usage, stage.Cost, stage.Duration);
        AddRow(table, "Total, with reading and checking", string.Empty, resume.Usage, resume.Cost, resume.Duration);
        return Note(resume) is { } note ? new Rows(table, new Text(note)) : table;
    }

    private static string Name(string workflow) => workflow == LLMWorkflows.AnalysisMatching ? "1 Matching" : "2 Wording";

    private static void AddRow(Table table, string stage, string model, LLMUsage? usage, LLMCost? cost, TimeSpan time)
    {
        string[] cells = [stage, model, Count(usage?.PromptTokens, usage), Count(usage?.CompletionTokens, usage), Money(cost), Seconds(time)];
        table.AddRow(cells.Select(cell => (IRenderable)new Text(cell)));
    }

    private static string Count(int? tokens, LLMUsage? usage) =>
        tokens is null ? "unknown" : string.Create(CultureInfo.InvariantCulture, $"{(usage!.IsEstimated ? "~" : string.Empty)}{tokens:N0}");

    private static string Money(LLMCost? cost) => cost?.Usd is { } usd ? usd.ToString("0.000000", CultureInfo.InvariantCulture) : "-";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");

    private static string? Note(TailoredResume resume)
    {
        if (resume.Cost.Usd is not null)
            return null;
        return resume.Stages.All(stage => stage.Provider == ProviderName.Mock)
            ? "No model was asked, so there is nothing to pay; the tokens are an estimate of what one would have read and written."
            : $"The cost is not known: {resume.Cost.UnknownBecause}";
    }
}
