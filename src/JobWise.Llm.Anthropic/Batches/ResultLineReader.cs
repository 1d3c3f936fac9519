using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads a line of results: <c>custom_id</c>, and a <c>result</c> with its type.</summary>
internal static class ResultLineReader
{
    /// <exception cref="WireFormatException">The bytes are no such line.</exception>
    public static ResultLine Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new WireFormatException("A line of the results is JSON, but not an object.");
            }

            return ReadMembers(ref reader, line);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other. Its own message can quote the model's text.
            throw new WireFormatException("A line of the results is not valid JSON.");
        }
    }

    private static ResultLine ReadMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        var result = new ResultLine { CustomId = string.Empty };
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "custom_id"u8))
            {
                result = result with { CustomId = Json.Text(ref reader) ?? string.Empty };
            }
            else if (Json.Member(ref reader, "result"u8))
            {
                result = ReadResult(ref reader, line, result);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        // Anything after the object is an error.
        while (reader.Read())
        {
        }

        return result;
    }

    private static ResultLine ReadResult(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, ResultLine result)
    {
        if (!Json.IsObject(ref reader))
        {
            return result;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "type"u8))
            {
                result = result with { Type = Json.Text(ref reader) };
            }
            else if (Json.Member(ref reader, "message"u8))
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                result = result with { Message = start..(int)reader.BytesConsumed };
            }
            else if (Json.Member(ref reader, "error"u8))
            {
                result = result with { Error = ErrorReader.Read(ref reader, line) };
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return result;
    }
}
