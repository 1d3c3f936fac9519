using JobWise.Llm.Resume;

namespace JobWise.Llm.Samples.Output;

/// <summary>The four files of a run.</summary>
internal static class ResultFiles
{
    private const string Markdown = "resume.md";
    private const string Html = "resume.html";
    private const string Json = "resume.json";
    private const string Report = "report.json";

    public static IReadOnlyList<string> Names { get; } = [Markdown, Html, Json, Report];

    public static IReadOnlyList<OutputFile> Render(TailoredResume resume) =>
    [
        new(Markdown, ResumeMarkdownRenderer.Render(resume.Document)),
        new(Html, ResumeHtmlRenderer.Render(resume.Document)),
        new(Json, JsonResumeWriter.Write(resume)),
        new(Report, ReportJsonWriter.Write(resume)),
    ];
}
