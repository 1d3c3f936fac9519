using System.Net;
using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>Undoes, once, the encodings that a model can read but a pattern cannot. Each answer is null where there is nothing to undo.</summary>
internal static class Encodings
{
    /// <summary>Entities of HTML by number, as <c>&amp;#105;</c>.</summary>
    public static string? Entities(string text) =>
        text.Contains("&#", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : null;

    /// <summary>Percent encoding, as in addresses.</summary>
    public static string? Percent(string text) =>
        text.AsSpan().Count('%') > 2 ? Changed(text, Uri.UnescapeDataString(text)) : null;

    /// <summary>Comments of HTML, which may stand inside a word.</summary>
    public static string? WithoutComments(string text)
    {
        if (!text.Contains("<!--", StringComparison.Ordinal))
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("<!--", at, StringComparison.Ordinal) is >= 0 and var start)
        {
            kept.Append(text, at, start - at);
            var end = text.IndexOf("-->", start, StringComparison.Ordinal);
            at = end < 0 ? text.Length : end + 3;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    public static string Rot13(string text) => string.Create(text.Length, text, static (turned, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            turned[i] = source[i] switch
            {
                >= 'a' and <= 'z' and var letter => (char)('a' + ((letter - 'a' + 13) % 26)),
                >= 'A' and <= 'Z' and var letter => (char)('A' + ((letter - 'A' + 13) % 26)),
                var other => other,
            };
        }
    });

    public static string Reversed(string text) => string.Create(text.Length, text, static (turned, source) =>
    {
        source.CopyTo(turned);
        turned.Reverse();
    });

    private static string? Changed(string text, string decoded) => text == decoded ? null : decoded;
}
