using System.Text.Encodings.Web;
using System.Text.Json;

namespace JobWise.Llm.Resume;

/// <summary>Writes what was found, decided and used as JSON, with the field names of the first design documents.</summary>
public static class ReportJsonWriter
{
    // The context is made with options of its own because an attribute cannot name an encoder.
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The report, indented, ending in a line break.</summary>
    /// <param name="resume">The resume.</param>
    public static string Write(TailoredResume resume)
    {
        ArgumentNullException.ThrowIfNull(resume);
        return JsonSerializer.Serialize(ReportJson.Of(resume), Context.ReportJson) + "\n";
    }
}
