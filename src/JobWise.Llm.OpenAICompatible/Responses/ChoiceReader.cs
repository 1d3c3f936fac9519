using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads one choice. Only that of index 0 counts: this library asks for one answer.</summary>
internal static class ChoiceReader
{
    public static void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ChatPayload payload)
    {
        if (!IsFirst(reader) || !Json.IsObject(ref reader))
        {
            reader.Skip();
            return;
        }

        payload.HasChoice = true;
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "delta"u8) || Json.Member(ref reader, "message"u8))
            {
                ReadMessage(ref reader, json, payload);
            }
            else if (Json.Member(ref reader, "finish_reason"u8))
            {
                payload.FinishReason = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "error"u8))
            {
                payload.Error = ErrorReader.Read(ref reader, json) ?? payload.Error;
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }
    }

    // By value: the copy looks ahead, since the index may stand after the message it belongs to.
    private static bool IsFirst(Utf8JsonReader ahead)
    {
        if (ahead.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (Json.NextMember(ref ahead))
        {
            if (Json.Member(ref ahead, "index"u8))
            {
                return Json.Count(ref ahead) is null or 0;
            }

            Json.SkipMember(ref ahead);
        }

        return true;
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ChatPayload payload)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "content"u8))
            {
                ContentReader.Read(ref reader, payload);
            }
            else if (Json.Member(ref reader, "reasoning"u8) || Json.Member(ref reader, "reasoning_content"u8))
            {
                payload.ReasoningPlace = TokenPlace.Of(ref reader);
                payload.Reasoning = Json.Text(ref reader) ?? payload.Reasoning;
            }
            else if (Json.Member(ref reader, "refusal"u8))
            {
                payload.Refusal = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "tool_calls"u8))
            {
                ToolCallReader.Read(ref reader, json, payload);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }
    }
}
