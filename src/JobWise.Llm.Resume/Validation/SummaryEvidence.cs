namespace JobWise.Llm.Resume;

/// <summary>The texts that a sentence of the summary cites. They must belong together: facts of two jobs in one sentence make a third job.</summary>
internal sealed record SummaryEvidence
{
    /// <summary>The cited texts: what the sentence may say.</summary>
    public string Cited { get; private init; } = string.Empty;

    /// <summary>What the person calls themself: words that every sentence may use.</summary>
    public string? Label { get; private init; }

    /// <summary>The one sentence of the profile's summary that is cited, when there is no other.</summary>
    public ProfileText? SingleSentence { get; private init; }

    /// <summary>Why the sentence cannot be used at all; null when it can be checked.</summary>
    public ResumeFinding? Problem { get; private init; }

    public static SummaryEvidence Of(IReadOnlyList<string> ids, ProfileIndex profile)
    {
        if (ids.FirstOrDefault(id => RootOf(id, profile) is null) is { } unknown)
            return Failed(ResumeFindingCodes.UnknownId, unknown, "The profile has nothing of this id.");
        if (ids.Select(id => RootOf(id, profile)).Distinct().Count() != 1)
            return Failed(ResumeFindingCodes.SourceCount, string.Join(' ', ids), "A sentence of the summary rests on one entry, on the profile's summary or on its skills.");
        var cited = string.Join(" | ", ids.Distinct().SelectMany(id => TextsOf(id, profile)));
        return new()
        {
            Cited = cited,
            Label = profile.Profile.Basics.Label,
            SingleSentence = ids.Distinct().Count() == 1 && profile.FindText(ids[0]) is { EntryId: ProfileIndex.SummaryId } only ? only.Text : null,
        };
    }

    private static string? RootOf(string id, ProfileIndex profile) =>
        profile.FindText(id)?.EntryId ?? profile.FindEntry(id)?.Id ?? (profile.Profile.Skills.Any(group => group.Id == id) ? "skills" : null);

    private static IEnumerable<string> TextsOf(string id, ProfileIndex profile)
    {
        if (profile.FindText(id) is { } text)
            return [text.Text.Text];
        if (profile.FindEntry(id) is { } entry)
            return [entry.Head];
        return profile.Profile.Skills.Where(group => group.Id == id).SelectMany(group => group.Keywords.Prepend(group.Name ?? string.Empty));
    }

    private static SummaryEvidence Failed(string code, string value, string reason) =>
        new() { Problem = new() { Code = code, Value = value, Reason = reason } };
}
