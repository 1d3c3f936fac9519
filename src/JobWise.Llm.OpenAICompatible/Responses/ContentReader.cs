using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads a message's content: a string, or an array of typed parts as some servers send it.</summary>
internal static class ContentReader
{
    public static void Read(ref Utf8JsonReader reader, ChatPayload payload)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            payload.TextPlace = TokenPlace.Of(ref reader);
            payload.Text = Json.Text(ref reader) ?? payload.Text;
            return;
        }

        payload.TextPlace = default;
        while (Json.NextItem(ref reader))
        {
            ReadPart(ref reader, payload);
        }
    }

    private static void ReadPart(ref Utf8JsonReader reader, ChatPayload payload)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            payload.Text += reader.GetString();
            return;
        }

        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "text"u8))
            {
                payload.Text += Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "thinking"u8))
            {
                payload.Reasoning += Thinking(ref reader);
            }
            else if (Json.Member(ref reader, "refusal"u8))
            {
                payload.Refusal += Json.Text(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }
    }

    // Mistral nests the thinking one level deeper, as parts of its own.
    private static string? Thinking(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Json.Text(ref reader);
        }

        var nested = new ChatPayload();
        Read(ref reader, nested);
        return nested.Text;
    }
}
