using System.Text.Json;

namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>Reads the truth from a JSON Resume file with nothing but System.Text.Json: it shares no code with the product.</summary>
internal static class TruthReader
{
    public static Truth Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var strings = Strings(root).ToList();
        var entries = EntrySections.All.SelectMany(section => Items(root, section.Property).Select(item => section.Read(item))).ToList();
        return new Truth
        {
            Required = [.. Basics(root), .. entries.SelectMany(entry => entry.Facts), .. Lists(root)],
            Allowed = [.. Places(root, "countryCode"), .. Profiles(root), .. entries.SelectMany(entry => entry.Details)],
            Bullets = entries.GroupBy(entry => entry.Owner).ToDictionary(
                group => group.Key,
                IReadOnlyList<string> (group) => [.. group.SelectMany(entry => entry.Bullets)]),
            AllText = Plain.Text(string.Join(" \u2028 ", strings)),
        };
    }

    public static IEnumerable<JsonElement> Items(JsonElement parent, string property) =>
        parent.TryGetProperty(property, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    /// <summary>The first of the properties that is a text with something in it, else "".</summary>
    public static string Text(JsonElement item, params string[] properties) => properties
        .Select(property => item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? Plain.Text(value.GetString()) : "")
        .FirstOrDefault(text => text.Length > 0) ?? "";

    public static IEnumerable<string> Texts(JsonElement item, string property) => Items(item, property)
        .Where(value => value.ValueKind == JsonValueKind.String).Select(value => Plain.Text(value.GetString())).Where(text => text.Length > 0);

    private static IEnumerable<Fact> Basics(JsonElement root)
    {
        var basics = root.GetProperty("basics");
        Fact[] facts =
        [
            new("Name", "", Text(basics, "name")),
            new("Label", "", Text(basics, "label")),
            .. new[] { "email", "phone", "url" }.Select(property => new Fact("Contact", "", Text(basics, property))),
            .. Places(root, "city"),
            .. Places(root, "region"),
        ];
        return facts.Where(fact => fact.Value.Length > 0);
    }

    private static IEnumerable<Fact> Places(JsonElement root, string property) =>
        root.GetProperty("basics").TryGetProperty("location", out var location)
            ? Split(Text(location, property)).Select(part => new Fact("Contact", "", part))
            : [];

    private static IEnumerable<Fact> Profiles(JsonElement root) => Items(root.GetProperty("basics"), "profiles")
        .SelectMany(account => new[] { "url", "username" }.Select(property => new Fact("Profiles", "", Text(account, property))));

    private static IEnumerable<Fact> Lists(JsonElement root) =>
    [
        .. Items(root, "skills").SelectMany(group => Group("Skills", Text(group, "name"), Texts(group, "keywords"))),
        .. Items(root, "interests").SelectMany(group => Group("Interests", Text(group, "name"), Texts(group, "keywords"))),
        .. Items(root, "languages").SelectMany(each => Group("Languages", Text(each, "language"), [Text(each, "fluency")])),
        .. Items(root, "references").Select(each => new Fact("References", "", Text(each, "name"))),
    ];

    // A group is stated by its items, or by its name alone where it has none.
    private static IEnumerable<Fact> Group(string kind, string name, IEnumerable<string> items)
    {
        var parts = items.SelectMany(Split).ToList();
        return parts.Count == 0 ? [new Fact(kind, "", name)] : parts.Select(part => new Fact(kind, name, part));
    }

    private static IEnumerable<string> Split(string text) => text.Split(", ").Select(part => part.Trim()).Where(part => part.Length > 0);

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString() ?? ""],
        _ => [],
    };
}
