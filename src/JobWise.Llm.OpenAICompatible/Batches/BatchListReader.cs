using System.Text.Json;

namespace JobWise.Llm.Wire;

/// <summary>Reads a page of batches. OpenAI's goes on after its last id, Groq's at a cursor.</summary>
/// <param name="batches">Reads one.</param>
internal sealed class BatchListReader(BatchReader batches)
{
    /// <summary>The query of the first page.</summary>
    public const string FirstQuery = "limit=100";

    private readonly List<LLMBatch> _batches = [];
    private bool _hasList;
    private bool _hasMore;
    private string? _lastId;
    private string? _cursor;

    /// <exception cref="WireFormatException">The bytes are no list of batches.</exception>
    public BatchPage Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes.WithoutBom(body));
            if (reader.Read() && Json.IsObject(ref reader))
            {
                while (Json.NextMember(ref reader))
                {
                    ReadMember(ref reader);
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The reader tells invalid JSON by the one and invalid text by the other.
            throw new WireFormatException("The list of batches is not valid JSON. Check BaseUrl and any proxy on the way.");
        }

        return _hasList
            ? new BatchPage { Batches = _batches, NextQuery = NextQuery() }
            : throw new WireFormatException("The answer is JSON, but not a list of batches. Check BaseUrl.");
    }

    private string? NextQuery()
    {
        if (!string.IsNullOrEmpty(_cursor))
        {
            return $"{FirstQuery}&cursor={Uri.EscapeDataString(_cursor)}";
        }

        var last = string.IsNullOrEmpty(_lastId) ? _batches.LastOrDefault()?.Id : _lastId;
        return _hasMore && last is not null ? $"{FirstQuery}&after={Uri.EscapeDataString(last)}" : null;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (Json.Member(ref reader, "data"u8))
        {
            ReadBatches(ref reader);
        }
        else if (Json.Member(ref reader, "has_more"u8))
        {
            _hasMore = reader.TokenType == JsonTokenType.True;
            reader.Skip();
        }
        else if (Json.Member(ref reader, "last_id"u8))
        {
            _lastId = Json.Text(ref reader);
        }
        else if (Json.Member(ref reader, "paging"u8))
        {
            ReadPaging(ref reader);
        }
        else
        {
            Json.SkipMember(ref reader);
        }
    }

    private void ReadBatches(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            _hasList = true;
            return;
        }

        if (!Json.IsArray(ref reader))
        {
            return;
        }

        _hasList = true;
        while (Json.NextItem(ref reader))
        {
            if (batches.Read(ref reader) is { } batch)
            {
                _batches.Add(batch);
            }
        }
    }

    private void ReadPaging(ref Utf8JsonReader reader)
    {
        if (!Json.IsObject(ref reader))
        {
            return;
        }

        while (Json.NextMember(ref reader))
        {
            if (Json.Member(ref reader, "next_cursor"u8))
            {
                _cursor = Json.Text(ref reader);
            }
            else
            {
                Json.SkipMember(ref reader);
            }
        }
    }
}
