using JobWise.Llm.Resume;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Resumes;

/// <summary>The main job as an application runs it: pipeline, provider and resume package out of one container.</summary>
internal static class MainJob
{
    /// <summary>Tailors one resume to one posting.</summary>
    /// <param name="profilePath">A JSON Resume file.</param>
    /// <param name="postingPath">A text or Markdown file.</param>
    /// <param name="addModel">Adds the one provider.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<MainJobOutput> RunAsync(
        string profilePath,
        string postingPath,
        Action<ILLMBuilder> addModel,
        CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        var builder = services.AddLogging().AddJobWiseLlm();
        addModel(builder);
        builder.AddJobWiseResume();
        await using var provider = services.BuildServiceProvider();
        var request = new TailorRequest
        {
            Profile = await JsonResumeReader.ReadFileAsync(profilePath, cancellationToken),
            Job = await JobPosting.ReadFileAsync(postingPath, cancellationToken),
        };
        var result = await provider.GetRequiredService<ResumeTailor>().TailorAsync(request, progress: null, cancellationToken);
        return new MainJobOutput
        {
            Markdown = ResumeMarkdownRenderer.Render(result.Document),
            Html = ResumeHtmlRenderer.Render(result.Document),
            MatchedKeywords = string.Join(", ", result.Analysis.MatchedKeywords.Order(StringComparer.Ordinal)),
            Rephrased = result.Validation.Decisions.Count(decision => decision.Outcome == TextOutcome.Rephrased),
            Refused = result.Validation.Decisions.Count(decision => decision.ProposedText is not null && decision.ProposedText != decision.ResumeText)
                + result.Validation.Rejected.Count + result.Analysis.Rejected.Count,
        };
    }
}
