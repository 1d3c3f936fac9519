namespace JobWise.Llm.Architecture.Tests.PublicApi.Samples;

public static class PrintedExtensions
{
    public static List<string?> Pad(
        this string? text,
        string name = "x",
        DayOfWeek day = DayOfWeek.Monday,
        Action<PrintedRecord>? configure = null) => [text, name, day.ToString(), configure?.Method.Name];
}
