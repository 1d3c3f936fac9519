using System.Collections.Frozen;

namespace JobWise.Llm.Resume;

/// <summary>
/// Brings the forms of one word together: plural, past, -ing, and a few irregular ones. Derivations stay apart on purpose: a "manager" in the
/// source does not prove that something was "managed".
/// </summary>
internal static class WordStems
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["led"] = "lead",
        ["built"] = "build",
        ["wrote"] = "writ",
        ["written"] = "writ",
        ["ran"] = "run",
        ["grew"] = "grow",
        ["grown"] = "grow",
        ["drove"] = "driv",
        ["driven"] = "driv",
        ["taught"] = "teach",
        ["made"] = "mak",
        ["oversaw"] = "overse",
        ["overseen"] = "overse",
        ["won"] = "win",
        ["held"] = "hold",
        ["kept"] = "keep",
        ["gave"] = "giv",
        ["given"] = "giv",
        ["took"] = "tak",
        ["taken"] = "tak",
        ["brought"] = "bring",
        ["found"] = "find",
        ["sold"] = "sell",
        ["used"] = "use",
        ["using"] = "use",
        ["sought"] = "seek",
        ["chose"] = "choos",
        ["chosen"] = "choos",
        ["spoke"] = "speak",

        ["analyses"] = "analys",
        ["analyzed"] = "analys",
        ["analyze"] = "analys",
        ["analyzing"] = "analys",
        ["annually"] = "year",
        ["annual"] = "year",
        ["yearly"] = "year",
        ["monthly"] = "month",
        ["weekly"] = "week",
        ["daily"] = "day",
        ["hourly"] = "hour",
        ["quarterly"] = "quarter",
        ["was"] = "be",
        ["were"] = "be",
        ["began"] = "begin",
        ["begun"] = "begin",
        ["shrank"] = "shrink",
        ["rose"] = "ris",
        ["people"] = "person",
        ["children"] = "child",
    }.ToFrozenDictionary();

    public static string Of(string word)
    {
        var stem = word.ToLowerInvariant();
        if (Irregular.TryGetValue(stem, out var known))
            return known;
        stem = WithoutPlural(stem);
        if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal))
            stem = WithoutDouble(stem[..^3]);
        else if (stem.Length > 4 && stem.EndsWith("ied", StringComparison.Ordinal))
            stem = stem[..^3] + "y";
        else if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal))
            stem = WithoutDouble(stem[..^2]);
        else if (stem.Length > 3 && stem.EndsWith('e'))
            stem = stem[..^1];
        return stem.EndsWith("iz", StringComparison.Ordinal) ? stem[..^1] + "s" : stem;
    }

    private static string WithoutPlural(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.Length > 4 && (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)))
        {
            return word[..^2];
        }

        var isPlural = word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');
        return isPlural ? word[..^1] : word;
    }

    private static string WithoutDouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' ? stem[..^1] : stem;
}
