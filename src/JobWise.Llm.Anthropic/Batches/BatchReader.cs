using System.Globalization;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads a batch object, or a page of them.</summary>
internal static class BatchReader
{
    /// <summary>The query of the first page.</summary>
    public const string FirstQuery = "limit=100";

    /// <exception cref="WireFormatException">The bytes are no batch.</exception>
    public static LLMBatch Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes.WithoutBom(body));
            return (reader.Read() ? Read(ref reader) : null) ?? throw new WireFormatException("The answer is JSON, but not a batch. Check BaseUrl.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The batch is not valid JSON. Check BaseUrl and any proxy on the way.");
        }
    }

    /// <exception cref="WireFormatException">The bytes are no list of batches.</exception>
    public static BatchPage ReadPage(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes.WithoutBom(body));
            return (reader.Read() && Json.IsObject(ref reader) ? ReadPage(ref reader) : null)
                ?? throw new WireFormatException("The answer is JSON, but not a list of batches. Check BaseUrl.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The list of batches is not valid JSON. Check BaseUrl and any proxy on the way.");
        }
    }

    private static BatchPage? ReadPage(ref Utf8JsonReader reader)
    {
        List<LLMBatch>? batches = null;
        var hasMore = false;
        string? last = null;
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "data"u8))
            {
                batches = ReadBatches(ref reader);
            }
            else if (Json.Member(ref reader, "has_more"u8))
            {
                hasMore = Json.Text(ref reader) == "true";
            }
            else if (Json.Member(ref reader, "last_id"u8))
            {
                last = Json.Text(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        var next = hasMore && last is { Length: > 0 } ? $"{FirstQuery}&after_id={Uri.EscapeDataString(last)}" : null;
        return batches is null ? null : new BatchPage { Batches = batches, NextQuery = next };
    }

    private static List<LLMBatch>? ReadBatches(ref Utf8JsonReader reader)
    {
        if (!Json.IsArray(ref reader))
        {
            return null;
        }

        List<LLMBatch> batches = [];
        while (Json.NextItem(ref reader))
        {
            if (Read(ref reader) is { } batch)
            {
                batches.Add(batch);
            }
        }

        return batches;
    }

    private static LLMBatch? Read(ref Utf8JsonReader reader)
    {
        if (!Json.IsObject(ref reader))
        {
            return null;
        }

        var fields = new BatchFields();
        while (Json.NextMember(ref reader))
        {
            ReadMember(ref reader, fields);
        }

        return string.IsNullOrEmpty(fields.Id) || string.IsNullOrWhiteSpace(fields.Status) ? null : fields.ToBatch(AnthropicVendor.Value.ProviderName);
    }

    private static void ReadMember(ref Utf8JsonReader reader, BatchFields fields)
    {
        if (Json.Member(ref reader, "id"u8))
        {
            fields.Id = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "processing_status"u8))
        {
            fields.Status = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "request_counts"u8))
        {
            BatchCountsReader.Read(ref reader, fields);
        }
        else if (Json.Member(ref reader, "created_at"u8))
        {
            fields.CreatedAt = Time(ref reader);
        }
        else if (Json.Member(ref reader, "expires_at"u8))
        {
            fields.ExpiresAt = Time(ref reader);
        }
        else if (Json.Member(ref reader, "ended_at"u8))
        {
            fields.EndedAt = Time(ref reader);
        }
        else
        {
            Json.SkipMember(ref reader);
        }
    }

    private static DateTimeOffset? Time(ref Utf8JsonReader reader) =>
        DateTimeOffset.TryParse(Json.Text(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
