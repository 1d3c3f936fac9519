using System.Buffers;
using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Removes from an answer what no reader sees but a terminal, a parser or a browser may act on. Everything else stays as it is: white space
/// inside is Markdown.
/// </summary>
internal static class OutputText
{
    // Controls without tab and the line ends, DEL, the controls of Latin-1, and what embeds, overrides or isolates the direction of text.
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Range('\0', '\b'), '\v', '\f', .. Range('\u000E', '\u001F'), .. Range('\u007F', '\u009F'), .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069')]);

    private static readonly SearchValues<char> Halves = SearchValues.Create([.. Range('\uD800', '\uDFFF')]);

    /// <summary>The same string where there is nothing to remove.</summary>
    public static string Clean(string text)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        if (start == 0 && !text.AsSpan().ContainsAny(Unwanted) && !HasHalf(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var i = start; i < text.Length; i++)
        {
            if (!Unwanted.Contains(text[i]) && !IsHalf(text, i))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    private static bool HasHalf(string text)
    {
        var at = text.AsSpan().IndexOfAny(Halves);
        for (; at >= 0 && at < text.Length; at++)
        {
            if (IsHalf(text, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a surrogate stands without the other half of its character.</summary>
    private static bool IsHalf(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
