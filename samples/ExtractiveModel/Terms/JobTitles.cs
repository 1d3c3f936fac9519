using System.Collections.Frozen;

namespace JobWise.Llm.Samples.Terms;

/// <summary>Tells the title of a job from the name of a skill: both stand in capitals in a posting.</summary>
internal static class JobTitles
{
    private static readonly FrozenSet<string> LastWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "accountant", "administrator", "analyst", "architect", "auditor", "consultant", "designer", "developer", "developers", "director",
        "electrician", "electricians", "engineer", "engineers", "lead", "manager", "managers", "officer", "representative", "scientist",
        "specialist", "specialists");

    public static bool EndWith(string word) => LastWords.Contains(word);
}
