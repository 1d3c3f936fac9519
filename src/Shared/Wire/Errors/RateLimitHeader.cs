namespace JobWise.Llm.Wire;

/// <summary>The names of the three headers that tell one limit.</summary>
internal sealed record RateLimitHeader
{
    public required string Limit { get; init; }

    public required string Remaining { get; init; }

    public required string Reset { get; init; }
}
