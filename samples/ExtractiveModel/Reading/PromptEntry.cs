using JobWise.Llm.Samples.Terms;

namespace JobWise.Llm.Samples.Reading;

/// <summary>A job, a project or volunteer work of the profile.</summary>
internal sealed record PromptEntry
{
    public required string Id { get; init; }

    /// <summary>All its words: title, employer, keywords, summary and bullets.</summary>
    public required WordSequence Words { get; init; }
}
