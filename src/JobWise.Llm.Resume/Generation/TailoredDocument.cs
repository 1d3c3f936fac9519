using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>A resume as pure data, in reading order. Every text is plain: no Markdown, no HTML.</summary>
public sealed record TailoredDocument
{
    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>The line below the name.</summary>
    public string? Label { get; init; }

    /// <summary>E-mail, phone, site and place, those that the profile has.</summary>
    public IReadOnlyList<string> Contact { get; init; } = [];

    /// <summary>The sentences of the summary; empty when there is none.</summary>
    public IReadOnlyList<TailoredText> Summary { get; init; } = [];

    /// <summary>The posting's keywords that the profile proves, the weightiest first.</summary>
    public IReadOnlyList<string> KeySkills { get; init; } = [];

    /// <summary>All skills of the profile, those that the job asks for first.</summary>
    public IReadOnlyList<SkillGroup> Skills { get; init; } = [];

    /// <summary>Experience, projects, education and so on, in the order to show; empty ones are left out.</summary>
    public IReadOnlyList<DocumentSection> Sections { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Sections = ").Append(Sections.Count).Append(", KeySkills = ").Append(KeySkills.Count);
        return true;
    }
}
