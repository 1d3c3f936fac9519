using System.Text.Json;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// The data that is embedded in this assembly. The words that wake the scan are read at the first call, by hand, since reading all rules would
/// lengthen it by more than the call itself; the rules only when a text is first read.
/// </summary>
internal static class InjectionData
{
    private const string Resource = "JobWise.Llm.injections.json";

    public static InjectionRuleDocument ReadRules()
    {
        using var stream = Open();
        return JsonSerializer.Deserialize(stream, InjectionJsonContext.Default.InjectionRuleDocument)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is empty.");
    }

    public static List<WakeWord> ReadWakeWords()
    {
        using var stream = Open();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var reader = new Utf8JsonReader(bytes);
        List<WakeWord> words = [];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("wake"u8))
            {
                AddAll(ref reader, WakeWordKind.Alone, words);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("wakeTogether"u8))
            {
                AddAll(ref reader, WakeWordKind.Together, words);
                break;
            }
        }

        return words;
    }

    private static void AddAll(ref Utf8JsonReader reader, WakeWordKind kind, List<WakeWord> words)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                words.Add(new WakeWord(reader.GetString()!, kind));
            }
        }
    }

    private static Stream Open() => typeof(InjectionData).Assembly.GetManifestResourceStream(Resource)
        ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
}
