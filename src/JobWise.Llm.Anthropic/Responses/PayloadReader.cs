using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads an answer or an event in one pass, straight from its bytes.</summary>
internal static class PayloadReader
{
    /// <summary>Fills <paramref name="payload"/>, which is cleared first.</summary>
    /// <exception cref="WireFormatException">The bytes are no JSON, or no object.</exception>
    public static void Read(ReadOnlySpan<byte> json, MessagePayload payload)
    {
        payload.Clear();
        try
        {
            ReadRoot(Bytes.WithoutBom(json), payload);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            // Of the reader's own message only the place may be repeated: it can quote the model's text.
            var place = error is JsonException { BytePositionInLine: { } at, LineNumber: { } line } ? $" (line {line}, byte {at})" : string.Empty;
            throw new WireFormatException($"The answer is not valid JSON{place}.");
        }
    }

    private static void ReadRoot(ReadOnlySpan<byte> json, MessagePayload payload)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new WireFormatException("The answer is JSON, but not an object.");
        }

        string? requestId = null;
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "request_id"u8))
            {
                requestId = Json.Text(ref reader);
            }
            else
            {
                ReadMember(ref reader, json, payload);
            }
        }

        if (payload.Error is { } error)
        {
            error.RequestId ??= requestId;
        }

        // Anything after the root is an error, and so is a missing end.
        while (reader.Read())
        {
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, MessagePayload payload)
    {
        if (Json.Member(ref reader, "delta"u8))
        {
            DeltaReader.Read(ref reader, payload);
        }
        else if (Json.Member(ref reader, "index"u8))
        {
            payload.Index = Json.Count(ref reader) ?? 0;
        }
        else if (Json.Member(ref reader, "type"u8))
        {
            payload.Kind = KindOf(ref reader);
        }
        else if (Json.Member(ref reader, "content_block"u8))
        {
            payload.Opened = ContentBlockReader.Read(ref reader, json);
        }
        else if (Json.Member(ref reader, "message"u8))
        {
            ReadMessage(ref reader, json, payload);
        }
        else if (Json.Member(ref reader, "error"u8))
        {
            payload.Error = ErrorReader.Read(ref reader, json) ?? payload.Error;
        }
        else
        {
            ReadFact(ref reader, json, payload);
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, MessagePayload payload)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            ReadFact(ref reader, json, payload);
        }
    }

    private static void ReadFact(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, MessagePayload payload)
    {
        if (Json.Member(ref reader, "usage"u8))
        {
            UsageReader.Read(ref reader, payload);
        }
        else if (Json.Member(ref reader, "content"u8))
        {
            ReadContent(ref reader, json, payload);
        }
        else if (Json.Member(ref reader, "id"u8))
        {
            payload.Id = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "model"u8))
        {
            payload.Model = Json.Text(ref reader);
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

    private static void ReadContent(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, MessagePayload payload)
    {
        payload.ClearBlocks();
        if (!Json.IsArray(ref reader))
        {
            return;
        }

        payload.HasContent = true;
        while (Json.NextItem(ref reader))
        {
            if (ContentBlockReader.Read(ref reader, json) is { } block)
            {
                payload.AddBlock(block);
            }
        }
    }

    // Nearly every event of a stream is of the first kind: it is told without a string.
    private static PayloadKind KindOf(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("content_block_delta"u8)
        ? PayloadKind.BlockDelta
        : KindOf(Json.Text(ref reader));

    private static PayloadKind KindOf(string? type) => type switch
    {
        "content_block_start" => PayloadKind.BlockStart,
        "content_block_stop" => PayloadKind.BlockStop,
        "message_start" => PayloadKind.MessageStart,
        "message_delta" => PayloadKind.MessageDelta,
        "message_stop" => PayloadKind.MessageStop,
        "message" => PayloadKind.Message,
        "error" => PayloadKind.Error,
        _ => PayloadKind.Other,
    };
}
