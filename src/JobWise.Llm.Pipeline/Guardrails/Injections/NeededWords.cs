namespace JobWise.Llm.Pipeline;

/// <summary>Reads off a pattern of words which ones a match must hold: one of each group. A group that is optional or nested tells nothing.</summary>
internal static class NeededWords
{
    public static List<string[]> Of(string pattern)
    {
        List<string[]> groups = [];
        var at = 0;
        while (at < pattern.Length)
        {
            var end = EndOfPart(pattern, at);
            var part = pattern[at..end];
            var isOptional = end < pattern.Length && pattern[end] == '?';
            if (!isOptional && KeyWords(part) is { Length: > 0 } words)
            {
                groups.Add(words);
            }

            at = end + 1;
        }

        return groups;
    }

    private static int EndOfPart(string pattern, int start)
    {
        var depth = 0;
        for (var i = start; i < pattern.Length; i++)
        {
            depth += pattern[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && (pattern[i] == ')' || (i + 1 < pattern.Length && pattern[i + 1] == ' ')))
            {
                return i + 1;
            }
        }

        return pattern.Length;
    }

    /// <summary>The longest word of each alternative; empty where one of them has none or is nested.</summary>
    private static string[] KeyWords(string part)
    {
        var inside = part.StartsWith('(') ? part[1..^1] : part;
        if (inside.AsSpan().IndexOfAny('(', '?') >= 0)
        {
            return [];
        }

        string[] words = [.. inside.Split('|').Select(alternative => alternative.Split(' ').Where(IsWord).MaxBy(word => word.Length) ?? string.Empty)];
        return words.Contains(string.Empty) ? [] : words;
    }

    private static bool IsWord(string text) => text.Length > 0 && text.TrimEnd('*').All(char.IsLetterOrDigit);
}
