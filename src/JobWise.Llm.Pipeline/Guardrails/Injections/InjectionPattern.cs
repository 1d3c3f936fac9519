using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>Makes regular expressions out of the patterns of the rules. Every repetition is bounded, so that no text makes matching slow.</summary>
internal static class InjectionPattern
{
    public static string Expand(InjectionRuleEntry entry) => entry.Kind == InjectionRuleKind.Words
        ? $@"\b(?:{Fill(entry.Pattern, @"(?:[^ .]{1,40} ){0,$}").Replace("*", @"\w{0,20}", StringComparison.Ordinal)})(?!\w)"
        : entry.Pattern;

    /// <summary>The pattern without spaces, for letters that were written apart.</summary>
    public static string Squeeze(InjectionRuleEntry entry) => Fill(entry.Pattern, @"\w{0,16}")
        .Replace(" ", string.Empty, StringComparison.Ordinal)
        .Replace("*", @"\w{0,8}", StringComparison.Ordinal);

    private static string Fill(string pattern, string gap)
    {
        for (var words = 1; words <= 9; words++)
        {
            var digit = words.ToString(CultureInfo.InvariantCulture);
            pattern = pattern.Replace($"<{digit}> ", gap.Replace("$", digit, StringComparison.Ordinal), StringComparison.Ordinal);
        }

        return pattern;
    }
}
