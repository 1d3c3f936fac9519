namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples;

public sealed record PrintedRecord
{
    public string? Text { get; init; }

    public DayOfWeek Day { get; init; }
}
