namespace JobWise.Llm.Resume;

/// <summary>Chooses which bullets the model may reword: those of the most relevant entries, up to what fits the answer.</summary>
internal static class SelectionPromptWriter
{
    private const int MostEntries = 5;

    // About 1,500 tokens, so that the answer with its ids stays below the stage's cap of 2,500.
    private const int MostCharacters = 6_000;

    public static string Write(JobAnalysis analysis, ProfileIndex profile, int years)
    {
        var matched = analysis.Keywords.Where(keyword => keyword.IsMatched).ToArray();
        return PromptJson.Write(writer =>
        {
            writer.WriteText("seniority_level", analysis.SeniorityLevel);
            writer.WriteNumber("years_of_experience", years);
            writer.WriteTexts("keywords", [.. matched.Select(keyword => keyword.Display)]);
            writer.WriteList("entries", Choose(analysis, profile), chosen =>
            {
                writer.WriteString("id", chosen.Entry.Id);
                writer.WriteList("bullets", chosen.Bullets, bullet =>
                {
                    writer.WriteString("id", bullet.Text.Id);
                    writer.WriteTexts("keywords", [.. matched.Where(keyword => keyword.EvidenceIds.Contains(bullet.Text.Id)).Select(keyword => keyword.Display)]);
                });
            });
        });
    }

    private static List<(IndexedEntry Entry, IReadOnlyList<IndexedText> Bullets)> Choose(JobAnalysis analysis, ProfileIndex profile)
    {
        List<(IndexedEntry, IReadOnlyList<IndexedText>)> chosen = [];
        var left = MostCharacters;
        foreach (var entry in analysis.RankedEntries.Take(MostEntries).Select(ranked => profile.FindEntry(ranked.Id)!))
        {
            List<IndexedText> bullets = [];
            foreach (var bullet in entry.Bullets.TakeWhile(bullet => (left -= bullet.Text.Text.Length) >= 0))
                bullets.Add(bullet);
            if (bullets.Count > 0)
                chosen.Add((entry, bullets));
        }

        return chosen;
    }
}
