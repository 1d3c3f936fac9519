using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads what an event adds: to a block, or to the facts of the answer.</summary>
internal static class DeltaReader
{
    public static void Read(ref Utf8JsonReader reader, MessagePayload payload)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "type"u8))
            {
                payload.DeltaKind = KindOf(ref reader);
            }
            else if (Json.Member(ref reader, "text"u8))
            {
                payload.TextPlace = TokenPlace.Of(ref reader);
                payload.Text = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "partial_json"u8))
            {
                payload.Arguments = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "thinking"u8))
            {
                payload.TextPlace = TokenPlace.Of(ref reader);
                payload.Thinking = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "signature"u8))
            {
                payload.Signature = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "stop_reason"u8))
            {
                payload.StopReason = Json.Text(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }
    }

    private static DeltaKind KindOf(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("text_delta"u8)
        ? DeltaKind.Text
        : KindOf(Json.Text(ref reader));

    private static DeltaKind KindOf(string? type) => type switch
    {
        "input_json_delta" => DeltaKind.Arguments,
        "thinking_delta" => DeltaKind.Thinking,
        "signature_delta" => DeltaKind.Signature,
        _ => DeltaKind.Other,
    };
}
