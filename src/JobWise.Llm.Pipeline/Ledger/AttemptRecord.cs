namespace JobWise.Llm.Pipeline;

/// <summary>An attempt that is in the ledger and under way. The first end counts.</summary>
internal sealed class AttemptRecord(UsageRecorder recorder, LLMUsageIntent intent)
{
    private readonly long _sentAt = recorder.TimeProvider.GetTimestamp();
    private LLMUsage? _usage;
    private int _isOver;

    private TimeSpan Elapsed => recorder.TimeProvider.GetElapsedTime(_sentAt);

    /// <summary>Reads the token count out of a stream under way.</summary>
    public void Note(LLMStreamUpdate update) => _usage = update.Usage ?? _usage;

    public ValueTask AnswerAsync(LLMResponse response, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return ValueTask.CompletedTask;
        }

        var cost = recorder.Price(response);
        var entry = recorder.PriceEntry(cost, response.Provider, response.Model);
        return recorder.EndAsync(AttemptOutcomes.Answered(intent, response, cost, entry, Elapsed), cancellationToken);
    }

    /// <summary>Whatever ended the attempt; null where its consumer left.</summary>
    public ValueTask FailAsync(Exception? failure, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return ValueTask.CompletedTask;
        }

        // What a stream had told before it broke off is not the whole of it.
        var usage = (failure as LLMServiceException)?.Usage ?? (_usage is null ? null : _usage with { IsEstimated = true });
        var cost = usage is not null ? recorder.Price(intent, usage) : AttemptOutcomes.CostOf(failure);
        var entry = usage is null ? null : recorder.PriceEntry(cost, intent.Vendor, intent.Model);
        return recorder.EndAsync(AttemptOutcomes.Ended(intent, failure, usage, cost, entry, Elapsed), cancellationToken);
    }
}
