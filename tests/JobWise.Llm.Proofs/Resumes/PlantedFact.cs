namespace JobWise.Llm.Proofs.Resumes;

/// <summary>The control: the dates of one job on one page are replaced by others before the checker reads it.</summary>
internal static class PlantedFact
{
    public const string Dates = "02/1999 – 03/1999";

    /// <summary>Replaces the dates of the first job of a Markdown page.</summary>
    public static string Plant(string markdown)
    {
        var section = markdown.IndexOf("## Experience\n### ", StringComparison.Ordinal);
        var bar = markdown.IndexOf("** | ", Math.Max(0, section), StringComparison.Ordinal);
        var start = bar + "** | ".Length;
        var end = markdown.AsSpan(start).IndexOfAny('\n', '|');
        return section < 0 || bar < 0 || end < 0
            ? throw new InvalidOperationException("The page has no job to plant foreign dates in.")
            : markdown[..start] + Dates + (markdown[start + end] == '|' ? " " : "") + markdown[(start + end)..];
    }
}
