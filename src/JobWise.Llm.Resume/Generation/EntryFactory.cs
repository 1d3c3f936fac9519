namespace JobWise.Llm.Resume;

/// <summary>Copies the facts of one entry of the profile.</summary>
internal static class EntryFactory
{
    public static DocumentEntry Work(WorkEntry work, IReadOnlyList<TailoredText> bullets) => new()
    {
        Id = work.Id,
        Heading = work.Position ?? work.Company ?? "Role",
        Organization = work.Company,
        Dates = ResumeDates.ShowSpan(work.Dates, isOngoingWithoutEnd: true),
        Location = work.Location,
        Paragraphs = Paragraphs(work.Description, work.Summary?.Text, work.Url),
        Bullets = bullets,
    };

    public static DocumentEntry Project(ProjectEntry project, IReadOnlyList<TailoredText> bullets) => new()
    {
        Id = project.Id,
        Heading = project.Name ?? project.Entity ?? "Project",
        Organization = project.Entity,
        Dates = ResumeDates.ShowSpan(project.Dates),
        Paragraphs = Paragraphs(
            project.Description?.Text, Labelled("Type", project.Type), Labelled("Roles", project.Roles), Labelled("Keywords", project.Keywords), project.Url),
        Bullets = bullets,
    };

    public static DocumentEntry Education(EducationEntry school) => new()
    {
        Id = school.Id,
        Heading = (school.StudyType, school.Area) switch
        {
            (not null, not null) => $"{school.StudyType} in {school.Area}",
            _ => school.StudyType ?? school.Area ?? school.Institution ?? "Education",
        },
        Organization = school.Institution,
        Dates = ResumeDates.ShowSpan(school.Dates),
        Paragraphs = Paragraphs(Labelled("Score", school.Score), Labelled("Courses", school.Courses), school.Url),
    };

    public static DocumentEntry Credential(CredentialEntry credential) => new()
    {
        Id = credential.Id,
        Heading = credential.Title ?? credential.Issuer ?? credential.Id,
        Organization = credential.Issuer,
        Dates = ResumeDates.Show(credential.Date),
        Paragraphs = Paragraphs(credential.Summary, credential.Url),
    };

    private static string? Labelled(string label, string? text) => text is null ? null : $"{label}: {text}";

    private static string? Labelled(string label, IReadOnlyList<string> texts) => texts.Count == 0 ? null : $"{label}: {string.Join(", ", texts)}";

    private static IReadOnlyList<string> Paragraphs(params IEnumerable<string?> texts) => [.. texts.OfType<string>()];
}
