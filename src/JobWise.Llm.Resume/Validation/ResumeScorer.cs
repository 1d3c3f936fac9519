namespace JobWise.Llm.Resume;

/// <summary>Scores a resume from its rendered text.</summary>
internal static class ResumeScorer
{
    private const int MostUses = 6;
    private const int LongestBullet = 200;

    public static ResumeScores Score(TailoredDocument document, JobAnalysis analysis)
    {
        var text = MarkdownStripper.Strip(ResumeMarkdownRenderer.Render(document)).Replace("\\", string.Empty, StringComparison.Ordinal);
        var shown = analysis.Keywords.Where(keyword => KeywordMatcher.Contains(text, keyword.Text)).ToArray();
        var attainable = analysis.Keywords.Count(keyword => keyword.IsMatched);
        var checks = Structure(document);
        var structure = (double)checks.Values.Count(passed => passed) / checks.Count;
        var reached = attainable == 0 ? 1 : (double)shown.Count(keyword => keyword.IsMatched) / attainable;
        return new ResumeScores
        {
            KeywordCoverage = Share(shown.Length, analysis.Keywords.Count),
            AttainableCoverage = Math.Round(reached, 3),
            Structure = Math.Round(structure, 3),
            AtsScore = Math.Round((0.7 * reached) + (0.3 * structure), 3),
            StructureChecks = checks,
            Overused = [.. shown.Where(keyword => Uses(text, keyword.Text) > MostUses).Select(keyword => keyword.Display)],
        };
    }

    private static Dictionary<string, bool> Structure(TailoredDocument document)
    {
        var experience = document.Sections.Where(section => section.Title == DocumentBuilder.Experience).SelectMany(section => section.Entries).ToArray();
        return new(StringComparer.Ordinal)
        {
            ["name"] = document.Name.Length > 0,
            ["contact"] = document.Contact.Any(part => part.Contains('@', StringComparison.Ordinal)) || document.Contact.Count > 1,
            ["summary"] = document.Summary.Count > 0,
            ["skills"] = document.Skills.Count > 0 || document.KeySkills.Count > 0,
            ["dated_roles"] = experience.All(entry => entry.Dates is not null),
            ["named_employers"] = experience.All(entry => entry.Organization is not null),
            ["short_bullets"] = document.Sections.SelectMany(section => section.Entries).SelectMany(entry => entry.Bullets).All(bullet => bullet.Text.Length <= LongestBullet),
        };
    }

    private static int Uses(string text, string keyword)
    {
        var uses = 0;
        while (KeywordMatcher.Find(text, keyword) is { } match)
        {
            uses++;
            text = text[match.End..];
        }

        return uses;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 3);
}
