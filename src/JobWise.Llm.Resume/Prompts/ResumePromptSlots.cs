namespace JobWise.Llm.Resume;

/// <summary>The names of the delimited slots in which a prompt carries data. Instructions stand outside of them.</summary>
public static class ResumePromptSlots
{
    /// <summary>The profile as one line of JSON with ids, without name and contact; in both stages.</summary>
    public const string Profile = "profile";

    /// <summary>The posting's text as given: untrusted. Only in <see cref="LLMWorkflows.AnalysisMatching"/>; stage 2 never sees it.</summary>
    public const string Posting = "posting";

    /// <summary>What stage 1 chose, as one line of JSON: keywords and the bullets to rephrase. Only in <see cref="LLMWorkflows.GenerationValidation"/>.</summary>
    public const string Selection = "selection";
}
