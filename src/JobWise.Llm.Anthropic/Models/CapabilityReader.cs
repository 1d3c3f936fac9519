using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads what a model can do, each under a name of its own with <c>supported</c>.</summary>
internal static class CapabilityReader
{
    /// <summary>The capabilities that the value names as supported; empty when it names none that are known here.</summary>
    public static IReadOnlyList<LLMModelCapability> Read(ref Utf8JsonReader reader)
    {
        List<LLMModelCapability> known = [];
        if (!Json.IsObject(ref reader))
        {
            return known;
        }

        while (Json.NextMember(ref reader))
        {
            var name = reader.GetString();
            reader.Read();
            if (IsSupported(ref reader))
            {
                known.AddRange(For(name));
            }
        }

        // Every model of the API chats, streams and calls tools; the list does not say so.
        return known.Count == 0 ? [] : [LLMModelCapability.Chat, LLMModelCapability.Streaming, LLMModelCapability.Tools, .. known];
    }

    private static LLMModelCapability[] For(string? name) => name switch
    {
        "structured_outputs" => [LLMModelCapability.JsonSchema, LLMModelCapability.StrictJsonSchema],
        "image_input" => [LLMModelCapability.Vision],
        "effort" => [LLMModelCapability.Reasoning],
        "batch" => [LLMModelCapability.Batch],
        _ => [],
    };

    private static bool IsSupported(ref Utf8JsonReader reader)
    {
        var isSupported = false;
        if (!Json.IsObject(ref reader))
        {
            return isSupported;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "supported"u8))
            {
                isSupported = Json.Text(ref reader) == "true";
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return isSupported;
    }
}
