using System.Collections.Frozen;

namespace JobWise.Llm.Resume;

/// <summary>The embedded list of names and their other spellings.</summary>
internal static class KnownNames
{
    private static readonly KnownName[] All = [.. ReadAll()];

    private static readonly FrozenDictionary<string, KnownName> BySpelling = All
        .SelectMany(name => name.Spellings.Select(spelling => (spelling.Text, Name: name)))
        .DistinctBy(pair => pair.Text, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.Text, pair => pair.Name, StringComparer.OrdinalIgnoreCase);

    // By the leading letters, so that a text is searched for all names in one pass.
    private static readonly FrozenDictionary<string, (KnownName Name, KnownSpelling Spelling)[]> ByLead = All
        .SelectMany(name => name.Spellings.Select(spelling => (Name: name, Spelling: spelling)))
        .GroupBy(pair => Lead(pair.Spelling.Text, 0).ToString(), StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(pair => pair.Spelling.Text.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name that has this spelling, whatever its case; null when it is not in the list.</summary>
    public static KnownName? Find(string spelling) => BySpelling.GetValueOrDefault(spelling.Trim());

    /// <summary>All known names in a text, from left to right; of two at one place the longer.</summary>
    public static IReadOnlyList<KnownNameMatch> FindAll(string text)
    {
        List<KnownNameMatch> found = [];
        var lookup = ByLead.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
                continue;
            var lead = Lead(text, at);
            if ((Longest(lookup, lead, text, at) ?? Longest(lookup, lead.TrimEnd('s'), text, at)) is { } match)
            {
                found.Add(match);
                at = match.Place.End - 1;
            }
        }

        return found;
    }

    private static KnownNameMatch? Longest(
        FrozenDictionary<string, (KnownName Name, KnownSpelling Spelling)[]>.AlternateLookup<ReadOnlySpan<char>> lookup,
        ReadOnlySpan<char> lead,
        string text,
        int at)
    {
        if (!lookup.TryGetValue(lead, out var candidates))
            return null;
        foreach (var (name, spelling) in candidates)
        {
            // ".NET" begins before its first letter.
            var start = at - (char.IsLetterOrDigit(spelling.Text[0]) ? 0 : 1);
            if (start >= 0 && SpellingMatcher.MatchAt(spelling, text, start) is { } place)
                return new(name, place);
        }

        return null;
    }

    private static ReadOnlySpan<char> Lead(string text, int at)
    {
        var start = at;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text.AsSpan(start, end - start);
    }

    private static IEnumerable<KnownName> ReadAll()
    {
        using var stream = typeof(KnownNames).Assembly.GetManifestResourceStream("names.txt")
            ?? throw new InvalidOperationException("The assembly lacks its embedded resource names.txt: build it from the project file.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            KnownSpelling[] spellings = [.. line.Split('|', StringSplitOptions.TrimEntries).Select(KnownSpelling.Parse)];
            yield return new(spellings[0].Text, spellings);
        }
    }
}
