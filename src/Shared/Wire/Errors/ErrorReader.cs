using System.Globalization;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads an error that may be an object, a string or an array, at the top or under <c>error</c>.</summary>
internal static class ErrorReader
{
    /// <summary>Reads a whole body; null when it is not JSON or says nothing.</summary>
    public static WireError? ReadBody(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = Bytes.WithoutBom(body);
            var reader = new Utf8JsonReader(json);
            return reader.Read() ? Read(ref reader, json) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A body that is no JSON, such as a proxy's page, leaves the status to speak for itself.
            return null;
        }
    }

    /// <summary>Reads the value that the reader stands on; null for null.</summary>
    public static WireError? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> source) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader, source),
        JsonTokenType.StartArray => ReadArray(ref reader, source),
        JsonTokenType.Null or JsonTokenType.False => null,
        // Some gateways write "error": "" beside every good answer.
        _ => Json.Text(ref reader) is { Length: > 0 } text ? new WireError { Message = text } : null,
    };

    private static WireError? ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> source)
    {
        WireError? first = null;
        while (Json.NextItem(ref reader))
        {
            var item = Read(ref reader, source);
            first ??= item;
        }

        return first;
    }

    private static WireError? ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> source)
    {
        var error = new WireError();
        WireError? inner = null;
        while (Json.NextMember(ref reader))
        {
            inner = ReadMember(ref reader, source, error) ?? inner;
        }

        error.Status ??= int.TryParse(error.Code, CultureInfo.InvariantCulture, out var status) && status is >= 300 and <= 599 ? status : null;
        if (inner is not null)
        {
            inner.RequestId ??= error.RequestId;
            return inner;
        }

        return error is { Message: null, Code: null, Type: null, FailedGeneration: null } ? null : error;
    }

    private static WireError? ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> source, WireError error)
    {
        // A wrapper such as {"error": …} or FastAPI's {"detail": …} holds the real error; what stands beside it is less exact.
        if (Json.Member(ref reader, "error"u8) || Json.Member(ref reader, "detail"u8))
        {
            return Read(ref reader, source);
        }

        if (Json.Member(ref reader, "message"u8) || Json.Member(ref reader, "msg"u8))
        {
            error.Message = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "type"u8))
        {
            error.Type = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "code"u8))
        {
            error.Code = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "failed_generation"u8))
        {
            error.FailedGeneration = Json.TextOrRaw(ref reader, source);
        }
        else if (Json.Member(ref reader, "status_code"u8) || Json.Member(ref reader, "status"u8))
        {
            error.Status = Json.Count(ref reader) is { } status and >= 300 and <= 599 ? status : null;
        }
        else if (Json.Member(ref reader, "request_id"u8))
        {
            error.RequestId = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "details"u8))
        {
            error.Code = ReadErrorCode(ref reader) ?? error.Code;
        }
        else
        {
            Json.SkipMember(ref reader);
        }

        return null;
    }

    // Anthropic names the exact case one level deeper than the type.
    private static string? ReadErrorCode(ref Utf8JsonReader reader)
    {
        string? code = null;
        if (!Json.IsObject(ref reader))
        {
            return code;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "error_code"u8))
            {
                code = Json.Text(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        return code;
    }
}
