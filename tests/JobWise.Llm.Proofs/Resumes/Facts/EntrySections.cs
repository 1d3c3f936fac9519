using System.Text.Json;

namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>All sections that consist of entries.</summary>
internal static class EntrySections
{
    public static IReadOnlyList<EntrySection> All { get; } =
    [
        new("work", "Experience", item => TruthReader.Text(item, "position"), ["name", "company"], IsOpenEnded: true),
        new("volunteer", "Volunteer", item => TruthReader.Text(item, "position"), ["organization"], IsOpenEnded: true),
        new("projects", "Projects", item => TruthReader.Text(item, "name"), ["entity"]),
        new("education", "Education", Degree, ["institution"]),
        new("certificates", "Certificates", item => TruthReader.Text(item, "name"), ["issuer"]),
        new("awards", "Awards", item => TruthReader.Text(item, "title"), ["awarder"]),
        new("publications", "Publications", item => TruthReader.Text(item, "name"), ["publisher"]),
    ];

    private static string Degree(JsonElement item) => string.Join(
        " in ", new[] { TruthReader.Text(item, "studyType"), TruthReader.Text(item, "area") }.Where(part => part.Length > 0));
}
