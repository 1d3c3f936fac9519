using System.Globalization;

namespace JobWise.Llm;

/// <summary>One wait for one batch.</summary>
internal sealed class BatchWait
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private static readonly TimeSpan UnknownLimit = TimeSpan.FromHours(25);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);
    private readonly ILLMBatchService _batches;
    private readonly string _batchId;
    private readonly LLMBatchWaitOptions _options;
    private readonly IProgress<LLMBatch>? _progress;
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private LLMBatch? _seen;
    private LLMServiceException? _failure;
    private TimeSpan? _limit;

    public BatchWait(ILLMBatchService batches, string batchId, LLMBatchWaitOptions options, IProgress<LLMBatch>? progress, TimeProvider time)
    {
        Check(options);
        (_batches, _batchId, _options, _progress, _time) = (batches, batchId, options, progress, time);
        _startedAt = time.GetTimestamp();
        _limit = options.Timeout;
    }

    public async Task<LLMBatch> RunAsync(CancellationToken cancellationToken)
    {
        for (var interval = _options.FirstInterval; ; interval = Min(interval * 1.5, _options.LongestInterval))
        {
            if (await LookAsync(cancellationToken).ConfigureAwait(false) is { IsEnded: true } ended)
            {
                return ended;
            }

            var left = (_limit ?? UnknownLimit) - _time.GetElapsedTime(_startedAt);
            if (left <= TimeSpan.Zero)
            {
                throw TimedOut();
            }

            await Task.Delay(Min(Max(interval, _failure?.RetryAfter ?? TimeSpan.Zero), left), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The batch as it is; null when this look failed in a way that the next may not.</summary>
    private async Task<LLMBatch?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            _seen = await _batches.GetAsync(_batchId, cancellationToken).ConfigureAwait(false);
        }
        catch (LLMServiceException error) when (error.IsTransient)
        {
            _failure = error;
            return null;
        }

        _failure = null;
        // From the wall clock once, since only that can be compared with the provider's; what follows is measured.
        _limit ??= _seen.ExpiresAt is { } expiresAt
            ? Min(Max(expiresAt - _time.GetUtcNow(), TimeSpan.Zero) + Grace + _time.GetElapsedTime(_startedAt), Longest)
            : null;
        _progress?.Report(_seen);
        return _seen;
    }

    private LLMTimeoutException TimedOut() => new(
        LLMTimeoutPhase.Total,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The batch '{_batchId}' had not ended after {_time.GetElapsedTime(_startedAt)}; {State()} It goes on: wait again with a longer Timeout, or cancel it."),
        new LLMErrorDetails { Provider = _seen?.Provider },
        _failure);

    private string State() => _failure is null
        ? $"its status is {_seen?.Status}."
        : $"the last look failed with {_failure.GetType().Name}.";

    private static void Check(LLMBatchWaitOptions options)
    {
        if (options.FirstInterval <= TimeSpan.Zero || options.LongestInterval < options.FirstInterval || options.LongestInterval > Longest)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"FirstInterval is {options.FirstInterval} and LongestInterval {options.LongestInterval}. Set the first above zero and the longest to at least the first and at most {Longest.Days} days."),
                nameof(options));
        }

        if (options.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > Longest))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Timeout is {timeout}. Set it above zero and to at most {Longest.Days} days, or leave it out."),
                nameof(options));
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
