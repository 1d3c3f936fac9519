namespace JobWise.Llm.Resume;

/// <summary>One keyword of the report.</summary>
internal sealed record ReportKeywordJson(string Text, string Kind, bool IsMatched, string ShownAs, IReadOnlyList<string> EvidenceIds)
{
    public static ReportKeywordJson Of(JobKeyword keyword) =>
        new(keyword.Text, ReportNames.Of(keyword.Kind), keyword.IsMatched, keyword.Display, keyword.EvidenceIds);
}
