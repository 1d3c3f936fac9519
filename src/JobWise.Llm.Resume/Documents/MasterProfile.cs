using System.Text;
using System.Text.Json;

namespace JobWise.Llm.Resume;

/// <summary>
/// Everything a person can truthfully say about their career; the only source of facts for a tailored resume.
/// Every entry and every bullet has an id by which it is cited, such as <c>work-1</c> and <c>work-1.b2</c>.
/// </summary>
public sealed record MasterProfile
{
    internal MasterProfile()
    {
    }

    /// <summary>Name, label, summary and contact.</summary>
    public required ProfileBasics Basics { get; init; }

    /// <summary>Employment, in the order of the source.</summary>
    public IReadOnlyList<WorkEntry> Work { get; init; } = [];

    /// <summary>Projects, in the order of the source.</summary>
    public IReadOnlyList<ProjectEntry> Projects { get; init; } = [];

    /// <summary>Schools, in the order of the source.</summary>
    public IReadOnlyList<EducationEntry> Education { get; init; } = [];

    /// <summary>Unpaid work, in the order of the source.</summary>
    public IReadOnlyList<WorkEntry> Volunteer { get; init; } = [];

    /// <summary>Certificates, awards and publications: a title, who gave it and when.</summary>
    public IReadOnlyList<CredentialEntry> Certificates { get; init; } = [];

    /// <inheritdoc cref="Certificates"/>
    public IReadOnlyList<CredentialEntry> Awards { get; init; } = [];

    /// <inheritdoc cref="Certificates"/>
    public IReadOnlyList<CredentialEntry> Publications { get; init; } = [];

    /// <summary>The skills section as the person grouped it; empty when there is none.</summary>
    public IReadOnlyList<SkillGroup> Skills { get; init; } = [];

    /// <summary>Languages and how well they are spoken.</summary>
    public IReadOnlyList<LanguageEntry> Languages { get; init; } = [];

    /// <summary>Interests, grouped like skills.</summary>
    public IReadOnlyList<SkillGroup> Interests { get; init; } = [];

    /// <summary>What others say.</summary>
    public IReadOnlyList<ReferenceEntry> References { get; init; } = [];

    /// <summary>The JSON Resume document that the profile was read from, unknown properties included. An entry's id holds its place in it.</summary>
    public required JsonElement Source { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Work = ").Append(Work.Count)
            .Append(", Projects = ").Append(Projects.Count)
            .Append(", Education = ").Append(Education.Count)
            .Append(", Skills = ").Append(Skills.Count);
        return true;
    }
}
