using JobWise.Llm.Resume;

namespace JobWise.Llm.Samples.Output;

/// <summary>Lists what was changed and why: first the order, then the words.</summary>
internal static class Changes
{
    public static IReadOnlyList<Change> Find(TailoredResume resume) =>
    [
        .. KeySkills(resume), .. Skills(resume), .. Projects(resume),
        .. Entries(resume).SelectMany(entry => Bullets(entry, resume)), .. Words(resume),
    ];

    private static IEnumerable<Change> KeySkills(TailoredResume resume)
    {
        if (resume.Document.KeySkills.Count > 0)
            yield return new("Key skills", $"Listed at the top: {Join(resume.Document.KeySkills)}.", "The posting asks for them and the profile shows them.");
    }

    private static IEnumerable<Change> Skills(TailoredResume resume)
    {
        var before = resume.Profile.Skills.SelectMany(group => group.Keywords);
        var after = resume.Document.Skills.SelectMany(group => group.Keywords);
        if (!before.SequenceEqual(after, StringComparer.Ordinal))
            yield return new("Skills", $"Moved up: {Join(resume.Analysis.RecommendedSkills)}.", "The posting asks for them.");
    }

    private static IEnumerable<Change> Projects(TailoredResume resume)
    {
        var ids = resume.Profile.Projects.Select(project => project.Id).ToArray();
        var after = Entries(resume).Where(entry => ids.Contains(entry.Id, StringComparer.Ordinal)).ToArray();
        if (!ids.SequenceEqual(after.Select(entry => entry.Id), StringComparer.Ordinal))
            yield return new("Projects", $"Moved to the top: {after[0].Heading}.", "It has most in common with the posting.");
    }

    private static IEnumerable<Change> Bullets(DocumentEntry entry, TailoredResume resume)
    {
        var before = BulletIds(entry.Id, resume.Profile);
        var after = entry.Bullets.Select(bullet => bullet.SourceIds[0]).ToArray();
        if (before.SequenceEqual(after, StringComparer.Ordinal))
            yield break;
        var first = resume.Analysis.Keywords.Where(keyword => keyword.EvidenceIds.Contains(after[0], StringComparer.Ordinal)).Select(keyword => keyword.Display);
        yield return new(Place(entry), $"Bullets reordered; now first: {entry.Bullets[0].Text}", $"It shows {Join(first)}.");
    }

    private static IEnumerable<Change> Words(TailoredResume resume)
    {
        var places = Entries(resume)
            .SelectMany(entry => entry.Bullets.SelectMany(bullet => bullet.SourceIds).Select(id => (Id: id, Place: Place(entry))))
            .ToLookup(pair => pair.Id, pair => pair.Place, StringComparer.Ordinal);
        return
            from decision in resume.Validation.Decisions
            where decision.Outcome != TextOutcome.Kept && !IsVerbatim(decision, resume.Profile)
            let place = decision.SourceIds.SelectMany(id => places[id]).FirstOrDefault("Summary")
            select new Change(place, Describe(decision), decision.Reason);
    }

    /// <summary>A sentence of the summary that is repeated as it was counts as the model's, but nothing about it was changed.</summary>
    private static bool IsVerbatim(TextDecision decision, MasterProfile profile) =>
        profile.Basics.Summary.Any(sentence => sentence.Text == decision.ResumeText && decision.SourceIds.Contains(sentence.Id, StringComparer.Ordinal));

    private static string Describe(TextDecision decision) => decision.Outcome switch
    {
        TextOutcome.Rephrased => $"Reworded: {decision.SourceText} -> {decision.ResumeText}",
        TextOutcome.Restored => $"The model's wording was refused, the profile's kept: {decision.SourceText}",
        _ => $"Left out: {decision.ProposedText ?? decision.SourceText}",
    };

    private static IEnumerable<DocumentEntry> Entries(TailoredResume resume) => resume.Document.Sections.SelectMany(section => section.Entries);

    private static IEnumerable<string> BulletIds(string entryId, MasterProfile profile)
    {
        var bullets = profile.Work.Concat(profile.Volunteer).FirstOrDefault(work => work.Id == entryId)?.Bullets
            ?? profile.Projects.FirstOrDefault(project => project.Id == entryId)?.Bullets
            ?? [];
        return bullets.Select(bullet => bullet.Id);
    }

    private static string Place(DocumentEntry entry) => entry.Organization is null ? entry.Heading : $"{entry.Heading}, {entry.Organization}";

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);
}
