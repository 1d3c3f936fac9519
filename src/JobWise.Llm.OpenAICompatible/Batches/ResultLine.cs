namespace JobWise.Llm.Wire;

/// <summary>The members of a line of results. The body is told by its place in the line, so that it is not copied.</summary>
internal readonly record struct ResultLine
{
    public required string CustomId { get; init; }

    public int? Status { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The answer as a single call would have had it; empty when there is none.</summary>
    public Range Body { get; init; }

    /// <summary>Why there is no answer.</summary>
    public WireError? Error { get; init; }
}
