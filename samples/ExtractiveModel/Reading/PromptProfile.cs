using System.Text.Json;
using JobWise.Llm.Samples.Terms;

namespace JobWise.Llm.Samples.Reading;

/// <summary>The profile as the prompt carries it.</summary>
internal sealed class PromptProfile
{
    private PromptProfile(JsonElement root)
    {
        Summary = [.. Items(root, "summary").Select(ReadText)];
        Jobs = [.. Items(root, "work").Concat(Items(root, "volunteer")).Select(ReadEntry)];
        Projects = [.. Items(root, "projects").Select(ReadEntry)];
        Skills = [.. Items(root, "skills").SelectMany(group => Items(group, "keywords")).Select(skill => skill.GetString()!)];
        Words = new WordSequence(StringsIn(root));
        Texts = TextsIn(root).ToDictionary(text => text.Id, text => text.Text);
    }

    public IReadOnlyList<PromptText> Summary { get; }

    public IReadOnlyList<PromptEntry> Jobs { get; }

    public IReadOnlyList<PromptEntry> Projects { get; }

    public IReadOnlyList<string> Skills { get; }

    /// <summary>Every word of the profile.</summary>
    public WordSequence Words { get; }

    /// <summary>Every line that may be cited, by its id.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    public static PromptProfile Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new PromptProfile(document.RootElement);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static PromptText ReadText(JsonElement text) => new(text.GetProperty("id").GetString()!, text.GetProperty("text").GetString()!);

    private static PromptEntry ReadEntry(JsonElement entry) =>
        new() { Id = entry.GetProperty("id").GetString()!, Words = new WordSequence(StringsIn(entry)) };

    private static IEnumerable<string> StringsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(StringsIn),
        JsonValueKind.Object => element.EnumerateObject().Where(property => !property.NameEquals("id")).SelectMany(property => StringsIn(property.Value)),
        _ => [],
    };

    private static IEnumerable<PromptText> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object when element.TryGetProperty("text", out _) => [ReadText(element)],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsIn(property.Value)),
        _ => [],
    };
}
