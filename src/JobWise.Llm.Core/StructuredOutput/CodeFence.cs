namespace JobWise.Llm;

/// <summary>A Markdown code fence that opens before the first bracket of a text.</summary>
/// <param name="Inside">What stands in the fence, without the word for the language.</param>
/// <param name="WithoutEnd">The whole text, without a closing fence at its end.</param>
internal sealed record CodeFence(string Inside, string WithoutEnd)
{
    private static readonly string[] Marks = ["```", "~~~"];

    public static CodeFence? Find(string text)
    {
        var bracket = text.AsSpan().IndexOfAny('{', '[');
        var before = bracket < 0 ? text : text[..bracket];
        foreach (var mark in Marks)
        {
            var start = before.IndexOf(mark, StringComparison.Ordinal);
            if (start >= 0)
            {
                return Open(text, start, mark);
            }
        }

        return null;
    }

    private static CodeFence Open(string text, int start, string mark)
    {
        var inside = DropLanguage(text[(start + mark.Length)..].TrimStart(mark[0]));
        var end = inside.LastIndexOf(mark, StringComparison.Ordinal);
        var endsText = text.EndsWith(mark, StringComparison.Ordinal) && text.Length >= start + (2 * mark.Length);
        return new(end < 0 ? inside : inside[..end], endsText ? text[..^mark.Length].TrimEnd(mark[0]) : text);
    }

    private static string DropLanguage(string inside)
    {
        if (inside.Length == 0 || !char.IsLetter(inside[0]))
        {
            return inside;
        }

        // The rest of the line, unless the JSON begins on it.
        var end = inside.AsSpan().IndexOfAny("\n{[\"");
        return end < 0 ? inside : inside[end..];
    }
}
