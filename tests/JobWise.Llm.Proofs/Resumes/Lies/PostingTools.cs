using System.Text.RegularExpressions;
using JobWise.Llm.Proofs.Resumes.Facts;

namespace JobWise.Llm.Proofs.Resumes.Lies;

/// <summary>Tools a posting names and a profile does not: what a dishonest model would claim.</summary>
internal static partial class PostingTools
{
    private const int Most = 6;

    public static IEnumerable<string> Foreign(string posting, string profile) => Name().Matches(posting)
        .Select(match => match.Value.TrimEnd('.', ','))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(name => !Plain.Holds(profile, name))
        .Take(Most);

    // Mixed case or capitals inside a line, such as "PostgreSQL" or "AWS": words that no rewording needs.
    [GeneratedRegex(@"(?<=[a-z,(] )[A-Z][a-z]*[A-Z][\w+#]*", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Name();
}
