using System.Globalization;

namespace JobWise.Llm.Wire;

/// <summary>Makes the results out of the lines of one batch, and counts them.</summary>
/// <param name="provider">The instance.</param>
/// <param name="batch">The batch, which has ended.</param>
/// <param name="mostResults">More lines than this are no batch's results.</param>
internal sealed class BatchResults(ProviderInstance provider, LLMBatch batch, int mostResults)
{
    private readonly MessagePayload _payload = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _unreadable;

    /// <summary>Whether results are missing, as far as the batch says how many there must be.</summary>
    public bool IsIncomplete => batch.Counts is { } counts && Seen < counts.Total;

    // Of a line that comes twice, one item has its result; which one is missing must not be covered by it.
    private int Seen => _ids.Count + _unreadable;

    /// <summary>The result on the line at hand.</summary>
    public LLMBatchResult Take(ResultLines lines)
    {
        var result = ReadLine(lines);
        if (result.CustomId.Length == 0)
        {
            _unreadable++;
        }
        else
        {
            _ids.Add(result.CustomId);
        }

        if (Seen > mostResults)
        {
            throw new LLMInvalidResponseException(
                string.Create(CultureInfo.InvariantCulture, $"{provider.Name}: The results of the batch '{batch.Id}' have more than {mostResults} lines, more than a batch can have."),
                lines.Exchange.Details());
        }

        return result;
    }

    public LLMConnectionException Incomplete() => new(
        string.Create(CultureInfo.InvariantCulture, $"{provider.Name}: The results of the batch '{batch.Id}' ended after {Seen} of {batch.Counts?.Total}. Read them again."),
        new LLMErrorDetails { Provider = provider.Vendor.ProviderName });

    private LLMBatchResult ReadLine(ResultLines lines)
    {
        try
        {
            return lines.IsTooLong ? throw lines.TooLong() : Read(lines.Line, ResultLineReader.Read(lines.Line), lines.Exchange);
        }
        catch (WireFormatException error)
        {
            return lines.Broken(error);
        }
    }

    private LLMBatchResult Read(ReadOnlySpan<byte> bytes, ResultLine line, Exchange exchange)
    {
        if (line.Type is "canceled" or "expired")
        {
            return Failed(line, Unfinished(line.Type));
        }

        if (line.Error is { } error)
        {
            error.Status ??= ErrorStatus.Of(error.Type);
            return Failed(line, exchange.LineFailure(error, status: null, error.RequestId));
        }

        var message = bytes[line.Message];
        if (message.IsEmpty || message.SequenceEqual("null"u8))
        {
            throw new WireFormatException("A line of the results has neither an answer nor an error.");
        }

        WholeAnswer.Read(message, _payload);
        if (_payload.Error is { } inside)
        {
            return Failed(line, exchange.LineFailure(inside, status: null, inside.RequestId));
        }

        return new LLMBatchResult { CustomId = line.CustomId, Response = WholeAnswer.Batched(_payload) };
    }

    private static LLMBatchResult Failed(ResultLine line, LLMServiceException error) => new() { CustomId = line.CustomId, Error = error };

    private LLMBatchItemUnfinishedException Unfinished(string type)
    {
        var how = type == "expired" ? LLMBatchStatus.Expired : LLMBatchStatus.Cancelled;
        return new(
            how,
            $"{provider.Name}: The batch '{batch.Id}' was {how} before this item was answered. Send it again, alone or in another batch.",
            new LLMErrorDetails { Provider = provider.Vendor.ProviderName, ProviderCode = type });
    }
}
