using System.Globalization;
using System.Text.RegularExpressions;

namespace JobWise.Llm.Proofs.Resumes.Lies;

/// <summary>The oldest lie on a resume.</summary>
internal static partial class Numbers
{
    /// <summary>Every number times ten; a text without one gets one.</summary>
    public static string TimesTen(string text) => Number().IsMatch(text)
        ? Number().Replace(text, match => (long.Parse(match.Value, CultureInfo.InvariantCulture) * 10).ToString(CultureInfo.InvariantCulture))
        : $"{text.TrimEnd('.')} by 3170%";

    [GeneratedRegex(@"\d{1,9}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();
}
