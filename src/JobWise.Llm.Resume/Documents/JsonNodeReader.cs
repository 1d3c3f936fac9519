using System.Text.Json;

namespace JobWise.Llm.Resume;

/// <summary>An object of the source with its place in it, so that a wrong form is reported where it stands.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Path">The place, such as <c>work[2]</c>; empty at the root.</param>
/// <param name="Element">The object, or an undefined element where the source has none.</param>
internal readonly record struct JsonNodeReader(string File, string Path, JsonElement Element)
{
    public JsonNodeReader Object(string name)
    {
        var value = Find(name);
        return value.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined
            ? new(File, At(name), value)
            : throw Wrong(At(name), value, "an object");
    }

    /// <summary>The text of the first property that has one. A number is taken as it is written; empty text counts as missing.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (AsText(Find(name), At(name)) is { } text)
                return text;
        }

        return null;
    }

    public IReadOnlyList<T> List<T>(string name, Func<JsonNodeReader, int, T> read)
    {
        List<T> entries = [];
        foreach (var (item, place) in Items(name))
        {
            if (item.ValueKind != JsonValueKind.Object)
                throw Wrong(place, item, "an object");
            entries.Add(read(new(File, place, item), entries.Count + 1));
        }

        return entries;
    }

    public IReadOnlyList<string> Texts(string name) => [.. TextsInPlace(name).OfType<string>()];

    public IReadOnlyList<string?> TextsInPlace(string name)
    {
        List<string?> texts = [];
        foreach (var (item, place) in Items(name))
            texts.Add(AsText(item, place));
        return texts;
    }

    /// <summary>A place as text: the source has it as a text or as an object of city, region and country.</summary>
    public string? Place(string name)
    {
        if (Find(name).ValueKind != JsonValueKind.Object)
            return Text(name);
        var place = Object(name);
        string?[] parts = [place.Text("city"), place.Text("region"), place.Text("countryCode")];
        var known = parts.OfType<string>().ToArray();
        return known.Length == 0 ? null : string.Join(", ", known);
    }

    public ResumeInputException Missing(string name, string why) =>
        new($"{File} has no {At(name)}: add it, {why}.");

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private JsonElement Find(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : default;

    private IEnumerable<(JsonElement Item, string Place)> Items(string name)
    {
        var list = Find(name);
        var place = At(name);
        return list.ValueKind switch
        {
            JsonValueKind.Undefined => [],
            JsonValueKind.Array => list.EnumerateArray().Select((item, index) => (item, $"{place}[{index}]")),
            _ => throw Wrong(place, list, "a list"),
        };
    }

    private string? AsText(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => VisibleText.Clean(Unescape(value, place)),
        JsonValueKind.Number => value.GetRawText(),
        _ => throw Wrong(place, value, "a text"),
    };

    private string Unescape(JsonElement value, string place)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException half)
        {
            // The parser checks the form of an escape, but not that a surrogate has its partner.
            throw new ResumeInputException($"{File}: {place} has half of a character written as \\uXXXX: write it in full or remove it.", half);
        }
    }

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private ResumeInputException Wrong(string place, JsonElement value, string expected) =>
        new($"{File}: {place} is {Describe(value)}, but must be {expected}: change it there.");
}
