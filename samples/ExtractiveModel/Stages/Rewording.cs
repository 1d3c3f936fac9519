using System.Text.Json;
using System.Text.Json.Nodes;
using JobWise.Llm.Samples.Reading;
using JobWise.Llm.Samples.Terms;

namespace JobWise.Llm.Samples.Stages;

/// <summary>Stage 2: the profile's own sentences, those with most of the job's keywords first. Not a word is changed.</summary>
internal static class Rewording
{
    private const int MostSentences = 3;

    public static JsonObject Answer(string selection, string profile)
    {
        using var document = JsonDocument.Parse(selection);
        var source = PromptProfile.Parse(profile);
        return new()
        {
            ["summary"] = Summarise(source, Strings(document.RootElement, "keywords")),
            ["bullets"] = Bullets(source, document.RootElement),
        };
    }

    /// <summary>The sentences with most keywords, in the order in which the person wrote them.</summary>
    private static JsonArray Summarise(PromptProfile source, string[] keywords)
    {
        var best = source.Summary.OrderByDescending(sentence => Count(sentence.Text, keywords)).Take(MostSentences).ToHashSet();
        return [.. source.Summary.Where(best.Contains).Select(sentence => Cite(sentence.Id, sentence.Text))];
    }

    private static JsonArray Bullets(PromptProfile source, JsonElement selection)
    {
        var bullets =
            from entry in Items(selection, "entries")
            from bullet in Items(entry, "bullets").OrderByDescending(bullet => Strings(bullet, "keywords").Length)
            let id = bullet.GetProperty("id").GetString()!
            select Cite(id, source.Texts[id]);
        return [.. bullets];
    }

    private static int Count(string text, string[] keywords)
    {
        var words = new WordSequence(text);
        return keywords.Count(words.Contains);
    }

    private static JsonObject Cite(string id, string text) => new() { ["source_ids"] = new JsonArray(id), ["text"] = text };

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static string[] Strings(JsonElement parent, string name) => [.. Items(parent, name).Select(item => item.GetString()!)];
}
