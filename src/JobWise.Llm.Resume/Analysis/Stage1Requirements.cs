namespace JobWise.Llm.Resume;

/// <summary>The part of stage 1 that reads the posting.</summary>
internal sealed class Stage1Requirements
{
    public List<string>? Keywords { get; set; }

    public List<string>? RequiredSkills { get; set; }

    public List<string>? PreferredSkills { get; set; }

    public List<string>? SoftSkills { get; set; }

    public string? SeniorityLevel { get; set; }

    public int? YearsExperience { get; set; }
}
