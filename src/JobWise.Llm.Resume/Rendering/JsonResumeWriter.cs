using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobWise.Llm.Resume;

/// <summary>
/// Writes a tailored resume as JSON Resume. It starts from the document that the profile was read from, so properties that this package does
/// not know stay; only the summary, the highlights and the order of skills change.
/// </summary>
public static class JsonResumeWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document, indented, ending in a line break.</summary>
    /// <param name="resume">The resume.</param>
    public static string Write(TailoredResume resume)
    {
        ArgumentNullException.ThrowIfNull(resume);
        var root = JsonObject.Create(resume.Profile.Source)!;
        if (resume.Document.Summary.Count > 0)
            root["basics"]!["summary"] = string.Join(' ', resume.Document.Summary.Select(sentence => sentence.Text));
        foreach (var entry in resume.Document.Sections.SelectMany(section => section.Entries).Where(entry => entry.Bullets.Count > 0))
            Find(root, entry.Id)["highlights"] = new JsonArray([.. entry.Bullets.Select(bullet => (JsonNode)bullet.Text)]);
        if (root["skills"] is JsonArray skills)
            root["skills"] = new JsonArray([.. resume.Document.Skills.Select(group => Reorder(skills, group))]);
        return root.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Reorder(JsonArray skills, SkillGroup group)
    {
        var copy = skills[NumberOf(group.Id) - 1]!.DeepClone().AsObject();
        if (group.Keywords.Count > 0)
            copy["keywords"] = new JsonArray([.. group.Keywords.Select(keyword => (JsonNode)keyword)]);
        return copy;
    }

    private static JsonObject Find(JsonObject root, string entryId)
    {
        var section = entryId[..entryId.LastIndexOf('-')] switch
        {
            "project" => "projects",
            var same => same,
        };
        return root[section]![NumberOf(entryId) - 1]!.AsObject();
    }

    private static int NumberOf(string id) => int.Parse(id.AsSpan(id.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture);
}
