using System.Text.Json;

namespace JobWise.Llm.Resume;

/// <summary>Writes what was found, decided and used as JSON, with the field names of the first design documents.</summary>
public static class ReportJsonWriter
{
    /// <summary>The report, indented, ending in a line break.</summary>
    /// <param name="resume">The resume.</param>
    public static string Write(TailoredResume resume)
    {
        ArgumentNullException.ThrowIfNull(resume);
        return JsonSerializer.Serialize(ReportJson.Of(resume), ReportJsonContext.Default.ReportJson) + "\n";
    }
}
