namespace JobWise.Llm.Resume;

/// <summary>What a keyword must be: short, of some meaning, and in the posting.</summary>
internal static class KeywordRules
{
    private const int LongestKeyword = 60;
    private const int MostWords = 6;

    private static readonly HashSet<string> Empty = new(
    [
        "ability", "candidate", "company", "experience", "job", "knowledge", "people", "position", "requirement", "requirements", "responsibilities",
        "senior", "junior", "lead", "engineer", "engineers", "developer", "developers", "manager", "managers", "analyst", "analysts",
        "role", "skill", "skills", "team", "teams", "work", "working", "year", "years", "you", "strong", "other", "others", "must", "plus",
    ],
    StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule that a word breaks, or null.</summary>
    public static ResumeFinding? Broken(string? word, JobPosting job)
    {
        var clean = VisibleText.Clean(word ?? string.Empty) ?? string.Empty;
        if (clean.Length == 0 || !clean.Any(char.IsLetterOrDigit) || Empty.Contains(clean))
            return Finding(ResumeFindingCodes.TooGeneral, clean, "The word says nothing about this job.");
        if (clean.Length > LongestKeyword || clean.Count(character => character == ' ') >= MostWords)
            return Finding(ResumeFindingCodes.NotInPosting, clean[..Math.Min(clean.Length, LongestKeyword)], "A keyword has at most 6 words and 60 characters.");
        return KeywordMatcher.Contains(job.PlainText, clean)
            ? null
            : Finding(ResumeFindingCodes.NotInPosting, clean, "The posting does not contain this keyword.");
    }

    /// <summary>One text for all spellings and forms of a keyword.</summary>
    public static string Identity(string word) => KnownNames.Find(word)?.Canonical
        ?? string.Join(' ', WordScanner.Words(word).Select(part => WordStems.Of(part.In(word))));

    private static ResumeFinding Finding(string code, string value, string reason) => new() { Code = code, Value = value, Reason = reason };
}
