using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>Takes out what no reader sees and an applicant tracking system may choke on.</summary>
internal static class VisibleText
{
    /// <summary>The text on one line, white space collapsed, control and zero-width characters removed; null when nothing is left.</summary>
    public static string? Clean(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is ' ' or '\t' or '\r' or '\n' or '\u2028' or '\u2029')
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                    builder.Append(' ');
            }
            else if (!IsInvisible(character))
            {
                builder.Append(character);
            }
        }

        var clean = builder.ToString().Trim();
        return clean.Length == 0 ? null : clean;
    }

    // Zero-width space, byte order mark, soft hyphen, bidirectional marks; joiners stay, some scripts need them.
    private static bool IsInvisible(char character) =>
        char.IsControl(character) || character is '\u200B' or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
