using System.Globalization;
using JobWise.Llm.Resume;
using JobWise.Llm.Samples.Input;
using JobWise.Llm.Samples.Run;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace JobWise.Llm.Samples.Output;

/// <summary>Prints what a run does and what came of it. Text from outside is printed as text, never read as markup.</summary>
internal sealed class RunReport(IAnsiConsole console)
{
    public void PrintStart(TailorInput input, ProviderChoice choice)
    {
        console.WriteLine($"Profile: {input.ProfilePath}");
        console.WriteLine($"Posting: {input.PostingPath}");
        console.WriteLine(choice.Name == ProviderName.Mock
            ? $"Provider: mock ({choice.Because}). No model is asked: the built-in Mock provider answers with an extractive script, which ranks your "
                + "own lines by the keywords they share with the posting and keeps your wording. Set GROQ_API_KEY or OPENAI_API_KEY, or give "
                + "--base-url and --model, to use a real model."
            : $"Provider: {choice.Name} ({choice.Because})");
        console.WriteLine();
    }

    public void PrintResult(TailoredResume resume, string folder)
    {
        console.WriteLine();
        PrintKeywords(resume);
        PrintChanges(Changes.Find(resume));
        console.Write(StageTable.Of(resume));
        PrintScores(resume);
        console.WriteLine($"Written to {folder}: {string.Join(", ", ResultFiles.Names)}");
    }

    private void PrintKeywords(TailoredResume resume)
    {
        var missing = resume.Analysis.Keywords.Where(keyword => !keyword.IsMatched).Select(keyword => keyword.Display);
        var table = NewTable("Keywords of the posting", "", "");
        AddRow(table, "Matched", List(resume.Analysis.MatchedKeywords));
        AddRow(table, "Missing", List(missing));
        console.Write(table);
    }

    private void PrintChanges(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            console.WriteLine("Nothing was changed: the profile has nothing in common with the posting that could be moved up.");
            return;
        }

        var table = NewTable("What was changed and why", "Where", "What", "Why");
        foreach (var change in changes)
            AddRow(table, change.Where, change.What, change.Why);
        console.Write(table);
    }

    private void PrintScores(TailoredResume resume)
    {
        var report = resume.Validation;
        var attainable = resume.Analysis.MatchedKeywords.Any()
            ? string.Create(CultureInfo.InvariantCulture, $"{report.Scores.AttainableCoverage:P0} of those the profile can prove")
            : "the profile proves none of them";
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Keywords shown: {report.Scores.KeywordCoverage:P0} of the posting's; {attainable}."));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Numbers, names and words of the new wordings looked up in the profile: {report.CrossReferencesChecked:N0}; "
            + $"not found there, and so not in the resume: {report.MismatchesFound:N0}."));
    }

    private static Table NewTable(string title, params string[] columns)
    {
        var table = new Table { Title = new TableTitle(title), ShowHeaders = columns[0].Length > 0 };
        table.AddColumns([.. columns.Select(column => new TableColumn(new Text(column)))]);
        return table.LeftAligned();
    }

    private static void AddRow(Table table, params string[] cells) => table.AddRow(cells.Select(cell => (IRenderable)new Text(cell)));

    private static string List(IEnumerable<string> words) => string.Join(", ", words.DefaultIfEmpty("none"));
}
