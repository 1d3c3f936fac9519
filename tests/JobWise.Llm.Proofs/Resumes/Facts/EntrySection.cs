using System.Text.Json;

namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>Where the entries of one section stand in the file and on the page.</summary>
/// <param name="Property">In the file.</param>
/// <param name="Title">On the page.</param>
/// <param name="Heading">The heading of an entry.</param>
/// <param name="Organization">The properties that name the company, school or issuer.</param>
/// <param name="IsOpenEnded">Whether an entry without an end goes on.</param>
internal sealed record EntrySection(
    string Property,
    string Title,
    Func<JsonElement, string> Heading,
    string[] Organization,
    bool IsOpenEnded = false)
{
    public TruthEntry Read(JsonElement item)
    {
        var organization = TruthReader.Text(item, Organization);
        var heading = Heading(item) is { Length: > 0 } text ? text : organization;
        var owner = Owner(Title, heading, organization);
        return new TruthEntry
        {
            Owner = owner,
            Facts = [.. EntryFacts.Of(Title, heading, organization, Dates(item), TruthReader.Text(item, "location"))],
            Details = [.. Details(item).Where(detail => detail.Length > 0).Select(detail => new Fact("Detail", owner, detail))],
            Bullets = [.. TruthReader.Texts(item, "highlights")],
        };
    }

    public static string Owner(string section, string heading, string organization) => $"{section}: {heading} | {organization}";

    private static IEnumerable<string> Details(JsonElement item) =>
    [
        .. new[] { "description", "summary", "url", "type", "score" }.Select(property => TruthReader.Text(item, property)),
        .. new[] { "roles", "keywords", "courses" }.Select(property => string.Join(", ", TruthReader.Texts(item, property))),
    ];

    private string Dates(JsonElement item)
    {
        var start = Plain.IsoDate(TruthReader.Text(item, "startDate"));
        var end = Plain.IsoDate(TruthReader.Text(item, "endDate", "date", "releaseDate"));
        var last = end.Length == 0 && start.Length > 0 && IsOpenEnded ? "now" : end;
        return string.Join("..", new[] { start, last }.Where(date => date.Length > 0));
    }
}
