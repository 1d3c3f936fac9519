namespace JobWise.Llm.Resume;

/// <summary>The relevance of one entry, as the model sees it.</summary>
internal sealed class Stage1Rank
{
    public string? Id { get; set; }

    public double? RelevanceScore { get; set; }

    public List<string>? MatchingKeywords { get; set; }

    public string? Reason { get; set; }
}
