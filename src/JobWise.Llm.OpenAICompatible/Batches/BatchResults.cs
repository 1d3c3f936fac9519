using System.Globalization;

namespace JobWise.Llm.Wire;

/// <summary>Makes the results out of the lines of one batch, and knows which items had one.</summary>
/// <param name="provider">The instance.</param>
/// <param name="batch">The batch, which has ended.</param>
/// <param name="mostResults">More lines than this are no batch's results.</param>
internal sealed class BatchResults(ProviderInstance provider, LLMBatch batch, int mostResults)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly ChatPayload _payload = new();
    private int _unreadable;

    /// <summary>Whether results are missing, as far as the batch says how many there must be.</summary>
    public bool IsIncomplete => batch.Counts is { } counts && Seen < counts.Total;

    private int Seen => _ids.Count + _unreadable;

    public bool Has(string customId) => _ids.Contains(customId);

    /// <summary>The result on the line at hand.</summary>
    public LLMBatchResult Take(ResultLines lines)
    {
        var result = Read(lines);
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

    /// <summary>The result of an item that was not done when the batch ended.</summary>
    public LLMBatchResult Unfinished(string customId)
    {
        _ids.Add(customId);
        return new LLMBatchResult { CustomId = customId, Error = Unfinished(new LLMErrorDetails { Provider = provider.Vendor.ProviderName }) };
    }

    public LLMConnectionException Incomplete() => new(
        string.Create(CultureInfo.InvariantCulture, $"{provider.Name}: The results of the batch '{batch.Id}' ended after {Seen} of {batch.Counts?.Total}. Read them again."),
        new LLMErrorDetails { Provider = provider.Vendor.ProviderName });

    private LLMBatchResult Read(ResultLines lines)
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
        var body = bytes[line.Body];
        if (line.Error is { } error)
        {
            return Failed(line, Unfinished(line, error) ?? exchange.LineFailure(error, line.Status is >= 400 ? line.Status : null, line.RequestId));
        }

        if (line.Status is >= 300)
        {
            return Failed(line, exchange.LineFailure(ErrorReader.ReadBody(body), line.Status, line.RequestId));
        }

        if (body.IsEmpty || body.SequenceEqual("null"u8))
        {
            throw new WireFormatException("A line of the results has neither an answer nor an error.");
        }

        return Answered(line, body, exchange);
    }

    private LLMBatchResult Answered(ResultLine line, ReadOnlySpan<byte> body, Exchange exchange)
    {
        WholeAnswer.Read(body, _payload);
        if (_payload.Error is { } error)
        {
            return Failed(line, exchange.LineFailure(error, status: null, line.RequestId));
        }

        WholeAnswer.RequireChoice(_payload);
        var answer = new AnswerBuilder(provider.Vendor.ProviderName, requestedModel: string.Empty, warnings: []);
        answer.Note(_payload);
        return new LLMBatchResult
        {
            CustomId = line.CustomId,
            Response = answer.BuildBatched(WholeAnswer.ToMessage(_payload), _payload.Usage ?? _payload.VendorUsage, line.RequestId ?? _payload.VendorRequestId),
        };
    }

    private static LLMBatchResult Failed(ResultLine line, LLMServiceException error) => new() { CustomId = line.CustomId, Error = error };

    private LLMBatchItemUnfinishedException? Unfinished(ResultLine line, WireError error) => error.Code is "batch_expired" or "batch_cancelled"
        ? Unfinished(new LLMErrorDetails { Provider = provider.Vendor.ProviderName, ProviderCode = error.Code, RequestId = line.RequestId })
        : null;

    private LLMBatchItemUnfinishedException Unfinished(LLMErrorDetails details) => new(
        batch.Status,
        $"{provider.Name}: The batch '{batch.Id}' ended as {batch.Status} before this item was answered. Send it again, alone or in another batch.",
        details);
}
