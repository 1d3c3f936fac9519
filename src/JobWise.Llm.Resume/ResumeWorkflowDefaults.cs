using Microsoft.Extensions.Options;

namespace JobWise.Llm.Resume;

/// <summary>Model, temperature and output cap of the workflows. Only what nobody has set yet is filled in, so the order of registration does not matter.</summary>
internal sealed class ResumeWorkflowDefaults : IConfigureOptions<LLMWorkflowOptions>
{
    // The replacements that Groq names for llama-3.1-8b-instant and llama-3.3-70b-versatile, which it closed in August 2026.
    private const string FastOnGroq = "openai/gpt-oss-20b";
    private const string StrongOnGroq = "openai/gpt-oss-120b";

    public void Configure(LLMWorkflowOptions options)
    {
        Fill(options, LLMWorkflows.AnalysisMatching, FastOnGroq, 0.2, 2_500, "Reads the posting and matches the profile to it (stage 1).");
        Fill(options, LLMWorkflows.GenerationValidation, StrongOnGroq, 0.4, 2_500, "Words the tailored resume (stage 2).");
        Fill(options, LLMWorkflows.WritingStyleExtraction, FastOnGroq, 0.3, 1_500, "Learns a writing style from a sample cover letter.");
        Fill(options, LLMWorkflows.ProfileEnhancement, StrongOnGroq, 0.4, 2_000, "Improves the wording of a profile.");
        Fill(options, LLMWorkflows.ContentRanking, FastOnGroq, 0.3, 2_500, "Ranks a profile's entries for a posting.");
        Fill(options, LLMWorkflows.CoverLetterGeneration, StrongOnGroq, 0.5, 3_000, "Writes a cover letter.");
    }

    private static void Fill(LLMWorkflowOptions options, string workflow, string groqModel, double temperature, int maxTokens, string description) =>
        options.Configure(workflow, settings =>
        {
            settings.Temperature ??= temperature;
            settings.MaxTokens ??= maxTokens;
            settings.Description ??= description;
            settings.ModelByProvider.TryAdd("groq", groqModel);
        });
}
