using System.Text.Json;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Tags as the JSON object that a row holds.</summary>
internal static class TagText
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Sorted by name, so that equal tags are equal texts.</summary>
    public static string Write(IReadOnlyDictionary<string, string> tags)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tags)
        {
            kept[StoredText.Key(name)!] = StoredText.Key(value) ?? string.Empty;
        }

        return JsonSerializer.Serialize(kept, LedgerJsonContext.Default.SortedDictionaryStringString);
    }

    public static IReadOnlyDictionary<string, string> Read(string? text) =>
        text is null ? None : JsonSerializer.Deserialize(text, LedgerJsonContext.Default.DictionaryStringString) ?? None;
}
