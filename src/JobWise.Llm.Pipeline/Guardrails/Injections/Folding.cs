using System.Globalization;
using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Brings a text to lower-case plain letters, whatever it is drawn with, and leaves out what is not seen: zero-width, direction and control
/// characters. Hidden tag characters come out as the letters they stand for. Marks and white space stay.
/// </summary>
/// <remarks>Of its own, since <c>string.Normalize</c> does nothing in programs with invariant globalization.</remarks>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (FoldRune(rune) is { } kept)
            {
                AppendTo(folded, kept);
            }
        }

        return folded.ToString();
    }

    private static void AppendTo(StringBuilder text, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }

    private static Rune? FoldRune(Rune rune) => rune.Value switch
    {
        >= 'A' and <= 'Z' => new Rune((char)(rune.Value | 0x20)),
        '\t' or '\n' or '\r' or (>= ' ' and <= '~') => rune,
        < ' ' or 0x7F => null,
        _ => FoldForeign(rune),
    };

    private static Rune? FoldForeign(Rune rune)
    {
        if (Drawn(rune.Value) is { } plain)
        {
            return new Rune(char.ToLowerInvariant(plain));
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.EnclosingMark => null,
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => new Rune(' '),
            _ => Rune.ToLowerInvariant(rune),
        };
    }

    /// <summary>The ASCII character that a code point is a form of: full width, mathematical, circled, squared, tagged or with marks.</summary>
    private static char? Drawn(int codePoint) => codePoint switch
    {
        >= 0xFF01 and <= 0xFF5E => (char)(codePoint - 0xFEE0),
        >= 0x1D400 and <= 0x1D6A3 => Letter((codePoint - 0x1D400) % 26),
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((codePoint - 0x1D7CE) % 10)),
        >= 0x249C and <= 0x24B5 => Letter(codePoint - 0x249C),
        >= 0x24B6 and <= 0x24E9 => Letter((codePoint - 0x24B6) % 26),
        >= 0x1F130 and <= 0x1F149 => Letter(codePoint - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => Letter(codePoint - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => Letter(codePoint - 0x1F170),
        >= 0xE0020 and <= 0xE007E => (char)(codePoint - 0xE0000),
        0x2018 or 0x2019 or 0x02BC => '\'',
        0x201C or 0x201D or 0x201E or 0x00AB or 0x00BB or 0x300C or 0x300D => '"',
        0x0451 => '\u0435',
        _ => LatinLetters.Find(codePoint),
    };

    private static char Letter(int index) => (char)('a' + index);
}
