using JobWise.Llm.Resume;

namespace JobWise.Llm.Samples.Output;

/// <summary>The four files of a run.</summary>
internal static class ResultFiles
{
    public static IReadOnlyList<OutputFile> Render(TailoredResume resume) =>
    [
        new("resume.md", ResumeMarkdownRenderer.Render(resume.Document)),
        new("resume.html", ResumeHtmlRenderer.Render(resume.Document)),
        new("resume.json", JsonResumeWriter.Write(resume)),
        new("report.json", ReportJsonWriter.Write(resume)),
    ];
}
