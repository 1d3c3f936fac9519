namespace JobWise.Llm.Resume;

/// <summary>A profile laid out for looking things up: texts by id, entries in order, skills, and what counts as evidence of a keyword.</summary>
internal sealed class ProfileIndex
{
    public const string SummaryId = "summary";

    private readonly Dictionary<string, IndexedText> _texts;
    private readonly Dictionary<string, IndexedEntry> _entries;

    public ProfileIndex(MasterProfile profile)
    {
        Profile = profile;
        Entries = [.. profile.Work.Concat(profile.Volunteer).Select(OfWork), .. profile.Projects.Select(OfProject)];
        _entries = Entries.ToDictionary(entry => entry.Id);
        _texts = profile.Basics.Summary.Select(text => new IndexedText(text, SummaryId, IsBullet: false))
            .Concat(Entries.SelectMany(entry => entry.Texts))
            .ToDictionary(text => text.Text.Id);
        Skills = [.. profile.Skills.SelectMany(SkillsOf).Concat(profile.Projects.SelectMany(project => project.Keywords)).Distinct(StringComparer.OrdinalIgnoreCase)];
        Evidence = [.. CollectEvidence()];
    }

    public MasterProfile Profile { get; }

    public IReadOnlyList<IndexedEntry> Entries { get; }

    /// <summary>Every skill that the person lists, in their own spelling.</summary>
    public IReadOnlyList<string> Skills { get; }

    /// <summary>All that may prove a keyword, by id. What others say and what the person does in their free time proves nothing.</summary>
    public IReadOnlyList<(string Id, string Text)> Evidence { get; }

    public IndexedText? FindText(string id) => _texts.GetValueOrDefault(id);

    public IndexedEntry? FindEntry(string id) => _entries.GetValueOrDefault(id);

    public static IReadOnlyList<string> SkillsOf(SkillGroup group) => group.Keywords.Count > 0 || group.Name is null ? group.Keywords : [group.Name];

    private static IndexedEntry OfWork(WorkEntry work) =>
        new(work.Id, Join(work.Position, work.Company), TextsOf(work.Id, work.Summary, work.Bullets));

    private static IndexedEntry OfProject(ProjectEntry project) =>
        new(project.Id, Join([project.Name, project.Entity, .. project.Roles, .. project.Keywords]), TextsOf(project.Id, project.Description, project.Bullets));

    private static IndexedText[] TextsOf(string entryId, ProfileText? summary, IReadOnlyList<ProfileText> bullets)
    {
        var texts = bullets.Select(bullet => new IndexedText(bullet, entryId, IsBullet: true));
        return [.. summary is null ? texts : texts.Prepend(new(summary, entryId, IsBullet: false))];
    }

    private IEnumerable<(string Id, string Text)> CollectEvidence()
    {
        foreach (var group in Profile.Skills)
            yield return (group.Id, Join([group.Name, .. group.Keywords]));
        foreach (var entry in Entries)
        {
            yield return (entry.Id, entry.Head);
            foreach (var text in entry.Texts)
                yield return (text.Text.Id, text.Text.Text);
        }

        yield return ("label", Profile.Basics.Label ?? string.Empty);
        foreach (var sentence in Profile.Basics.Summary)
            yield return (sentence.Id, sentence.Text);
        foreach (var school in Profile.Education)
            yield return (school.Id, Join([school.StudyType, school.Area, .. school.Courses]));
        foreach (var credential in Profile.Certificates.Concat(Profile.Awards).Concat(Profile.Publications))
            yield return (credential.Id, Join(credential.Title, credential.Summary));
        foreach (var language in Profile.Languages)
            yield return (language.Id, language.Language ?? string.Empty);
    }

    // The bar keeps two neighbours from being read as one phrase.
    private static string Join(params IEnumerable<string?> parts) => string.Join(" | ", parts.OfType<string>());
}
