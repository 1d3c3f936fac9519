namespace JobWise.Llm;

/// <summary>The names of the JobWise workflows, for <see cref="LLMRequest.Workflow"/> and for the section <c>JobWise:Llm:Workflows</c>.</summary>
public static class LLMWorkflows
{
    /// <summary>Stage 1 of a resume: read the posting and match the profile to it.</summary>
    public const string AnalysisMatching = "analysis_matching";

    /// <summary>Stage 2 of a resume: write the tailored text.</summary>
    public const string GenerationValidation = "generation_validation";

    /// <summary>Learns a writing style from a sample cover letter.</summary>
    public const string WritingStyleExtraction = "writing_style_extraction";

    /// <summary>Improves the wording of a profile.</summary>
    public const string ProfileEnhancement = "profile_enhancement";

    /// <summary>Ranks a profile's entries for a posting.</summary>
    public const string ContentRanking = "content_ranking";

    /// <summary>Writes a cover letter.</summary>
    public const string CoverLetterGeneration = "cover_letter_generation";
}
