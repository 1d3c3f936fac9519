namespace JobWise.Llm.Resume;

/// <summary>Finds what in a profile proves a keyword, and how the person spells it.</summary>
internal static class KeywordEvidence
{
    public static (IReadOnlyList<string> Ids, string? Display) Of(string keyword, ProfileIndex profile)
    {
        List<string> ids = [];
        string? spelling = null;
        foreach (var (id, text) in profile.Evidence)
        {
            if (KeywordMatcher.Find(text, keyword) is not { } place)
                continue;
            ids.Add(id);
            spelling ??= place.In(text);
        }

        // The spelling of the skills section is the one the person chose with care.
        var listed = profile.Skills.FirstOrDefault(skill => IsWhole(skill, keyword));
        return (ids, listed ?? spelling);
    }

    private static bool IsWhole(string skill, string keyword) =>
        KeywordMatcher.Find(skill, keyword) is { } place && place.Start == 0 && place.Length == skill.Length;
}
