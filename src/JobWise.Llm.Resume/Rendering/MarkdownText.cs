using System.Buffers;
using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>Escapes plain text so that a CommonMark reader gives the same text back, and nothing more than that needs.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> EntityCharacters =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>For any place within a line.</summary>
    public static string Inline(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (NeedsEscape(text, at))
                builder.Append('\\');
            builder.Append(text[at] is '\r' or '\n' ? ' ' : text[at]);
        }

        return builder.ToString();
    }

    /// <summary>For the beginning of a paragraph or list item, where a dash, plus, number or sign would begin a block.</summary>
    public static string Line(string text)
    {
        var escaped = Inline(text.TrimStart());
        if (escaped.Length == 0)
            return escaped;
        var digits = escaped.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and <= 9 && digits < escaped.Length && escaped[digits] is '.' or ')')
            return $"{escaped[..digits]}\\{escaped[digits..]}";
        return escaped[0] is '-' or '+' or '>' or '=' ? $"\\{escaped}" : escaped;
    }

    private static bool NeedsEscape(string text, int at) => text[at] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '~' => true,
        // A hash begins a heading or closes one only after a space: "C#" stays as it is.
        '#' => at == 0 || text[at - 1] is ' ' or '#',
        '&' => IsEntity(text.AsSpan(at + 1)),
        _ => false,
    };

    // "&amp;" and "&#38;" would be read as "&"; "R&D" would not.
    private static bool IsEntity(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        return end > 0 && !rest[..end].ContainsAnyExcept(EntityCharacters);
    }
}
