namespace JobWise.Llm.Wire;

/// <summary>The members of a line of results. The answer is told by its place in the line, so that it is not copied.</summary>
internal readonly record struct ResultLine
{
    public required string CustomId { get; init; }

    /// <summary>What became of the item: <c>succeeded</c>, <c>errored</c>, <c>canceled</c> or <c>expired</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The answer as a single call would have had it; empty when there is none.</summary>
    public Range Message { get; init; }

    /// <summary>Why there is no answer.</summary>
    public WireError? Error { get; init; }
}
