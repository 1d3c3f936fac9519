namespace JobWise.Llm.Wire;

/// <summary>One page of a vendor's list of models.</summary>
internal sealed record ModelPage
{
    public required IReadOnlyList<LLMModel> Models { get; init; }

    /// <summary>The query that brings the next page; null on the last.</summary>
    public string? NextQuery { get; init; }
}
