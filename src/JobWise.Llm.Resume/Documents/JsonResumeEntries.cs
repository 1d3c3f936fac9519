namespace JobWise.Llm.Resume;

/// <summary>Reads one entry of each section; the id says which.</summary>
internal static class JsonResumeEntries
{
    public static WorkEntry Work(JsonNodeReader node, string id) => new()
    {
        Id = id,
        Position = node.Text("position"),
        Company = node.Text("name", "company", "organization"),
        Location = node.Place("location"),
        Url = node.Text("url", "website"),
        Description = node.Text("description"),
        Summary = Cited(node.Text("summary"), $"{id}.s"),
        Dates = Dates(node),
        Bullets = Bullets(node, id),
    };

    public static ProjectEntry Project(JsonNodeReader node, string id) => new()
    {
        Id = id,
        Name = node.Text("name"),
        Entity = node.Text("entity"),
        Type = node.Text("type"),
        Url = node.Text("url", "website"),
        Description = Cited(node.Text("description", "summary"), $"{id}.s"),
        Dates = Dates(node),
        Roles = node.Texts("roles"),
        Keywords = node.Texts("keywords"),
        Bullets = Bullets(node, id),
    };

    public static EducationEntry Education(JsonNodeReader node, string id) => new()
    {
        Id = id,
        Institution = node.Text("institution"),
        Area = node.Text("area"),
        StudyType = node.Text("studyType"),
        Score = node.Text("score", "gpa"),
        Url = node.Text("url", "website"),
        Dates = Dates(node),
        Courses = node.Texts("courses"),
    };

    public static CredentialEntry Credential(JsonNodeReader node, string id) => new()
    {
        Id = id,
        Title = node.Text("title", "name"),
        Issuer = node.Text("issuer", "awarder", "publisher"),
        Date = node.Text("date", "releaseDate"),
        Url = node.Text("url", "website"),
        Summary = node.Text("summary"),
    };

    public static SkillGroup Group(JsonNodeReader node, string id) =>
        new() { Id = id, Name = node.Text("name"), Level = node.Text("level"), Keywords = node.Texts("keywords") };

    public static LanguageEntry Language(JsonNodeReader node, string id) =>
        new() { Id = id, Language = node.Text("language"), Fluency = node.Text("fluency") };

    public static ReferenceEntry Reference(JsonNodeReader node, string id) =>
        new() { Id = id, Name = node.Text("name"), Text = node.Text("reference") };

    private static ProfileDates Dates(JsonNodeReader node) => new() { Start = node.Text("startDate"), End = node.Text("endDate") };

    private static ProfileText? Cited(string? text, string id) => text is null ? null : new() { Id = id, Text = text };

    // The number in the id is the place in the source, so an empty highlight leaves a gap.
    private static IReadOnlyList<ProfileText> Bullets(JsonNodeReader node, string id) =>
    [
        .. node.TextsInPlace("highlights")
            .Select((text, index) => Cited(text, $"{id}.b{index + 1}"))
            .OfType<ProfileText>(),
    ];
}
