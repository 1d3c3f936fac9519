using System.Globalization;
using System.Text.RegularExpressions;

namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>Brings texts and dates into one form, so that layout is no difference.</summary>
internal static partial class Plain
{
    /// <summary>White space is one blank, none at the ends.</summary>
    public static string Text(string? text) => Blanks().Replace(text ?? "", " ").Trim();

    /// <summary>Every date in a text as year-month or year, in order; an open end is "now".</summary>
    public static string Dates(string text) => string.Join("..", Date().Matches(text).Select(match => match switch
    {
        { Value: "Present" } => "now",
        _ when match.Groups["month"].Success => $"{match.Groups["year"].Value}-{match.Groups["month"].Value}",
        _ => match.Groups["year"].Value,
    }));

    /// <summary>A date of the JSON Resume schema in the same form.</summary>
    public static string IsoDate(string date) => string.Join('-', date.Split('-').Take(2));

    /// <summary>The numbers of a text without separators of thousands: "2,500" is 2500.</summary>
    public static IEnumerable<decimal> Numbers(string text) => Number().Matches(text)
        .Select(match => decimal.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    /// <summary>Whether a text holds a term as a word of its own, without regard to case.</summary>
    public static bool Holds(string text, string term)
    {
        for (var at = Find(text, term, 0); at >= 0; at = Find(text, term, at + 1))
        {
            var end = at + term.Length;
            if ((at == 0 || !IsWord(text[at - 1]) || !IsWord(term[0])) && (end == text.Length || !IsWord(text[end]) || !IsWord(term[^1])))
            {
                return true;
            }
        }

        return false;
    }

    private static int Find(string text, string term, int start) =>
        start > text.Length ? -1 : text.IndexOf(term, start, StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '+' or '#';

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\bPresent\b|\b((?<month>\d{2})/)?(?<year>\d{4})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();
}
