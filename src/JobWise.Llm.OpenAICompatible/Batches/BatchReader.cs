using System.Globalization;
using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads a batch object.</summary>
/// <param name="provider">The vendor.</param>
/// <param name="clean">Takes keys out of the vendor's words.</param>
internal sealed class BatchReader(string provider, Func<string, string> clean)
{
    private static readonly DateTimeOffset LatestTime = DateTimeOffset.MaxValue;

    /// <exception cref="WireFormatException">The bytes are no batch.</exception>
    public LLMBatch Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes.WithoutBom(body));
            return (reader.Read() ? Read(ref reader) : null)
                ?? throw new WireFormatException("The answer is JSON, but not a batch. Check BaseUrl.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The batch is not valid JSON. Check BaseUrl and any proxy on the way.");
        }
    }

    /// <summary>Reads the value that the reader stands on; null when it is no batch.</summary>
    public LLMBatch? Read(ref Utf8JsonReader reader)
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

        return string.IsNullOrEmpty(fields.Id) || string.IsNullOrWhiteSpace(fields.Status) ? null : fields.ToBatch(provider);
    }

    private void ReadMember(ref Utf8JsonReader reader, BatchFields fields)
    {
        if (Json.Member(ref reader, "id"u8))
        {
            fields.Id = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "status"u8))
        {
            fields.Status = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "input_file_id"u8))
        {
            fields.AddFile("input", Json.Text(ref reader));
        }
        else if (Json.Member(ref reader, "output_file_id"u8))
        {
            fields.AddFile("output", Json.Text(ref reader));
        }
        else if (Json.Member(ref reader, "error_file_id"u8))
        {
            fields.AddFile("errors", Json.Text(ref reader));
        }
        else if (Json.Member(ref reader, "request_counts"u8))
        {
            fields.Counts = ReadCounts(ref reader);
        }
        else if (Json.Member(ref reader, "errors"u8))
        {
            BatchProblemReader.Read(ref reader, fields, clean);
        }
        else
        {
            ReadTime(ref reader, fields);
        }
    }

    private static void ReadTime(ref Utf8JsonReader reader, BatchFields fields)
    {
        if (Json.Member(ref reader, "created_at"u8))
        {
            fields.CreatedAt = Time(ref reader);
        }
        else if (Json.Member(ref reader, "expires_at"u8))
        {
            fields.ExpiresAt = Time(ref reader);
        }
        else if (Json.Member(ref reader, "completed_at"u8) || Json.Member(ref reader, "failed_at"u8)
            || Json.Member(ref reader, "expired_at"u8) || Json.Member(ref reader, "cancelled_at"u8))
        {
            fields.EndedAt = Time(ref reader) ?? fields.EndedAt;
        }
        else
        {
            Json.SkipMember(ref reader);
        }
    }

    // 0 stands for "not yet" on some servers.
    private static DateTimeOffset? Time(ref Utf8JsonReader reader) =>
        double.TryParse(Json.Text(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= 1 && seconds <= LatestTime.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    private static LLMBatchCounts? ReadCounts(ref Utf8JsonReader reader)
    {
        if (!Json.IsObject(ref reader))
        {
            return null;
        }

        int? total = null;
        var (completed, failed) = (0, 0);
        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "total"u8))
            {
                total = Json.Count(ref reader);
            }
            else if (Json.Member(ref reader, "completed"u8))
            {
                completed = Json.Count(ref reader) ?? 0;
            }
            else if (Json.Member(ref reader, "failed"u8))
            {
                failed = Json.Count(ref reader) ?? 0;
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }

        // No batch is empty: a total of 0 says that nobody has counted yet.
        return total is > 0 ? new LLMBatchCounts { Total = total.Value, Succeeded = completed, Failed = failed } : null;
    }
}
