namespace JobWise.Llm.Conformance.Suite;

internal sealed record Weather
{
    public required string City { get; init; }

    public required int Degrees { get; init; }
}
