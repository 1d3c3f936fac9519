using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads tool calls or pieces of them: the name may come after the id, the index may be missing, the arguments may be an object.</summary>
internal static class ToolCallReader
{
    /// <summary>Stands for an index that the server left out.</summary>
    public const int NoIndex = -1;

    public static void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ChatPayload payload)
    {
        if (!Json.IsArray(ref reader))
        {
            return;
        }

        while (Json.NextItem(ref reader))
        {
            ReadCall(ref reader, json, payload);
        }
    }

    private static void ReadCall(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ChatPayload payload)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        int? index = null;
        string? id = null;
        (string? Name, string? Arguments) function = default;
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "index"u8))
            {
                index = Json.Count(ref reader);
            }
            else if (Json.Member(ref reader, "id"u8))
            {
                id = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "function"u8))
            {
                function = ReadFunction(ref reader, json);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        payload.AddToolCall(new LLMToolCallDelta
        {
            Index = index ?? NoIndex,
            Id = id,
            Name = function.Name,
            Arguments = function.Arguments ?? string.Empty,
        });
    }

    private static (string? Name, string? Arguments) ReadFunction(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        (string? Name, string? Arguments) function = default;
        if (!Json.IsObject(ref reader))
        {
            return function;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "name"u8))
            {
                function.Name = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "arguments"u8))
            {
                function.Arguments = Json.TextOrRaw(ref reader, json);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return function;
    }
}
