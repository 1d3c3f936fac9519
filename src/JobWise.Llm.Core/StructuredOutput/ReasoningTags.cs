namespace JobWise.Llm;

/// <summary>Drops the reasoning that some models write in tags before their answer.</summary>
internal static class ReasoningTags
{
    private static readonly (string Open, string Close)[] Pairs =
    [
        ("<think>", "</think>"),
        ("<thinking>", "</thinking>"),
        ("<thought>", "</thought>"),
        ("<thoughts>", "</thoughts>"),
        ("<reasoning>", "</reasoning>"),
        ("<reflection>", "</reflection>"),
        ("<scratchpad>", "</scratchpad>"),
        ("<seed:think>", "</seed:think>"),
        ("[THINK]", "[/THINK]"),
        ("◁think▷", "◁/think▷"),
    ];

    /// <summary>Only tags before the first bracket count: what comes later may stand in a string of the JSON.</summary>
    public static string Drop(string text, List<string> repairs)
    {
        var rest = text;
        while (FindOpening(rest) is var (at, tag) && at >= 0)
        {
            var end = rest.IndexOf(tag.Close, at, StringComparison.OrdinalIgnoreCase);

            // Without an end there is no telling where the reasoning stops; only the tag goes, and what follows must speak for itself.
            rest = string.Concat(rest.AsSpan(0, at), rest.AsSpan(end < 0 ? at + tag.Open.Length : end + tag.Close.Length));
        }

        rest = DropUnopened(rest);
        if (rest.Length != text.Length)
        {
            repairs.Add(JsonRepairs.ReasoningTag);
        }

        return rest;
    }

    private static (int At, (string Open, string Close) Tag) FindOpening(string text)
    {
        var bracket = text.AsSpan().IndexOfAny('{', '[');
        var limit = bracket < 0 ? text.Length : bracket;
        (int At, (string Open, string Close) Tag) first = (-1, default);
        foreach (var pair in Pairs)
        {
            var at = text.IndexOf(pair.Open, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at <= limit && (first.At < 0 || at < first.At))
            {
                first = (at, pair);
            }
        }

        return first;
    }

    // Where the chat template writes the opening tag, the answer has the closing one only.
    private static string DropUnopened(string text)
    {
        foreach (var (_, close) in Pairs)
        {
            var at = text.IndexOf(close, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && text.AsSpan(at + close.Length).TrimStart() is ['{' or '[' or '`' or '~', ..] rest)
            {
                return rest.ToString();
            }
        }

        return text;
    }
}
