using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads an answer or a chunk in one pass, straight from its bytes.</summary>
internal static class ChatPayloadReader
{
    /// <summary>Fills <paramref name="payload"/>, which is cleared first.</summary>
    /// <exception cref="WireFormatException">The bytes are no JSON, or no object.</exception>
    public static void Read(ReadOnlySpan<byte> json, ChatPayload payload)
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

    private static void ReadRoot(ReadOnlySpan<byte> json, ChatPayload payload)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            // Google's compatible endpoint wraps an error in an array.
            payload.Error = ErrorReader.Read(ref reader, json);
        }

        if (payload.Error is null && reader.TokenType != JsonTokenType.StartObject)
        {
            throw new WireFormatException("The answer is JSON, but not an object.");
        }

        while (payload.Error is null && Json.NextMember(ref reader))
        {
            ReadMember(ref reader, json, payload);
        }

        // Anything after the root is an error, and so is a missing end.
        while (reader.Read())
        {
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ChatPayload payload)
    {
        if (Json.Member(ref reader, "choices"u8))
        {
            ReadChoices(ref reader, json, payload);
        }
        else if (Json.Member(ref reader, "id"u8))
        {
            payload.Id = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "model"u8))
        {
            payload.Model = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "usage"u8))
        {
            payload.Usage = UsageReader.Read(ref reader) ?? payload.Usage;
        }
        else if (Json.Member(ref reader, "error"u8))
        {
            payload.Error = ErrorReader.Read(ref reader, json) ?? payload.Error;
        }
        else if (Json.Member(ref reader, "x_groq"u8))
        {
            ReadGroq(ref reader, json, payload);
        }
        else if (Json.Member(ref reader, "obfuscation"u8))
        {
            payload.PaddingPlace = TokenPlace.Of(ref reader);
            reader.Skip();
        }
        else if (Json.Member(ref reader, "service_tier"u8))
        {
            payload.ServiceTier = Json.Text(ref reader);
        }
        else
        {
            Json.SkipMember(ref reader);
        }
    }

    private static void ReadChoices(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ChatPayload payload)
    {
        if (!Json.IsArray(ref reader))
        {
            return;
        }

        while (Json.NextItem(ref reader))
        {
            ChoiceReader.Read(ref reader, json, payload);
        }
    }

    private static void ReadGroq(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ChatPayload payload)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "id"u8))
            {
                payload.VendorRequestId = Json.Text(ref reader);
            }
            else if (Json.Member(ref reader, "usage"u8))
            {
                payload.VendorUsage = UsageReader.Read(ref reader);
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
}
