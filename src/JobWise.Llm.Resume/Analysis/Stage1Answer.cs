namespace JobWise.Llm.Resume;

/// <summary>What the model answers in stage 1. Every part, and every item of a list, may be null; nothing in it is believed before it is checked.</summary>
internal sealed class Stage1Answer
{
    public Stage1Requirements? JobRequirements { get; set; }

    public List<Stage1Rank>? RankedExperiences { get; set; }

    public List<Stage1Rank>? RankedProjects { get; set; }

    public List<string>? RecommendedSkills { get; set; }

    public List<string>? MissingSkills { get; set; }
}
