using System.Globalization;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>What a batch is made of.</summary>
/// <param name="FileId">The uploaded file.</param>
/// <param name="Window">The time the vendor has.</param>
internal sealed record BatchCreation(string FileId, TimeSpan Window)
{
    public static void Write(Utf8JsonWriter writer, BatchCreation creation)
    {
        writer.WriteStartObject();
        writer.WriteString("input_file_id"u8, creation.FileId);
        writer.WriteString("endpoint"u8, BatchLine.Url);
        writer.WriteString("completion_window"u8, Spell(creation.Window));
        writer.WriteEndObject();
    }

    // The two spellings that documents show: 24h and 7d.
    private static string Spell(TimeSpan window) => window.TotalDays > 1 && window.Ticks % TimeSpan.TicksPerDay == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{window.TotalDays}d")
        : string.Create(CultureInfo.InvariantCulture, $"{window.TotalHours}h");
}
