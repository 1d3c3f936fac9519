using System.Security.Cryptography;
using System.Text;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>
/// Texts as every database can hold them: no NUL and no half of a surrogate pair, which PostgreSQL refuses, and short enough for an index.
/// </summary>
internal static class StoredText
{
    /// <summary>Four keys of this length, three bytes to a character, fit into PostgreSQL's largest index entry of 2,704 bytes.</summary>
    public const int LongestKey = 200;

    private const int LongestNote = 1_000;
    private const char Replacement = '\uFFFD';

    /// <summary>A text by which rows are found. One that is too long keeps its beginning and a hash of the whole, so that two stay two.</summary>
    public static string? Key(string? text)
    {
        if (text is null || text.Length <= LongestKey)
        {
            return Clean(text);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return Clean(text[..(LongestKey - hash.Length - 1)] + "~" + hash);
    }

    /// <summary>A text that is only read.</summary>
    public static string? Note(string? text) => Clean(text is { Length: > LongestNote } ? text[..LongestNote] : text);

    public static string? Clean(string? text) => text is null || IsClean(text) ? text : Mend(text);

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            if (character == '\0' || char.IsSurrogate(character))
            {
                return false;
            }
        }

        return true;
    }

    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                mended.Append(text, i++, 2);
            }
            else
            {
                mended.Append(text[i] == '\0' || char.IsSurrogate(text[i]) ? Replacement : text[i]);
            }
        }

        return mended.ToString();
    }
}
