using System.Globalization;
using System.Text.RegularExpressions;

namespace JobWise.Llm.Samples.Stages;

/// <summary>What a posting says about seniority, years and ways of working.</summary>
internal static partial class PostingFacts
{
    private static readonly string[] WaysOfWorking =
    [
        "communication", "collaboration", "leadership", "problem solving", "teamwork", "negotiation", "ownership",
        "time management", "attention to detail", "critical thinking", "adaptability", "creativity", "empathy", "customer service",
    ];

    public static IReadOnlyList<string> SoftSkills(string posting) =>
        [.. WaysOfWorking.Where(way => posting.Contains(way, StringComparison.OrdinalIgnoreCase))];

    public static string? Seniority(string posting) => SeniorityWords().Match(posting) is { Success: true } match
        ? match.Value.ToUpperInvariant() switch
        {
            "JUNIOR" or "GRADUATE" or "INTERN" or "TRAINEE" => "junior",
            "LEAD" or "PRINCIPAL" or "HEAD" or "DIRECTOR" => "lead",
            _ => "senior",
        }
        : null;

    /// <summary>The first number of years; null when the posting names none.</summary>
    public static int? Years(string posting) => YearsAsked().Match(posting) is { Success: true } match
        ? int.Parse(match.Groups["years"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    // Upper case only: "Lead" is a rank in a title, "lead" a verb.
    [GeneratedRegex(@"\b(?:Junior|Graduate|Intern|Trainee|Senior|Sr|Lead|Principal|Head|Director)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeniorityWords();

    [GeneratedRegex(@"\b(?<years>\d{1,2})\s*\+?\s*(?:-\s*\d{1,2}\s*)?(?:years|yrs)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearsAsked();
}
