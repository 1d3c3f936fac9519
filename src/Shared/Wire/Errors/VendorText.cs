using System.Buffers;

namespace JobWise.Llm.Wire;

/// <summary>Makes a vendor's words fit for an exception: no key, one line, not long.</summary>
internal static class VendorText
{
    private const int MostCharacters = 500;
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \r\n\t\"',;)");
    private static readonly string[] KeyMarks = ["sk-", "sk_", "gsk_", "Bearer "];

    /// <summary>The text without the key that was sent and without anything that looks like one.</summary>
    public static string Clean(string text, string? apiKey)
    {
        // Before the cut, which may fall inside the key. What the marks below announce reaches to the end of its word, cut or not.
        var clean = apiKey is { Length: > 0 } ? text.Replace(apiKey, "***", StringComparison.Ordinal) : text;
        clean = clean.Length > MostCharacters ? string.Concat(clean.AsSpan(0, MostCharacters), "…") : clean;
        foreach (var mark in KeyMarks)
        {
            clean = Mask(clean, mark);
        }

        return string.Create(clean.Length, clean, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }

    private static string Mask(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        while (at >= 0)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                var from = at + mark.Length;
                var length = text.AsSpan(from).IndexOfAny(WordEnds);
                text = string.Concat(text.AsSpan(0, at), "***", length < 0 ? [] : text.AsSpan(from + length));
            }

            at = text.IndexOf(mark, Math.Min(at + 3, text.Length), StringComparison.Ordinal);
        }

        return text;
    }
}
