namespace JobWise.Llm.Pipeline;

/// <summary>
/// Bounds what retries add to a lane's load: a share of its calls of the last minute, or a small floor. In an outage every call fails, and
/// without it each would be sent as often as it may. The minute is counted in six slices, so calls and retries are forgotten after 50 to 60 seconds.
/// </summary>
internal sealed class RetryBudget(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private readonly RollingCounts _callsAndRetries = new(TimeSpan.FromSeconds(60));

    /// <summary>Counts a call, once per lane.</summary>
    /// <param name="sentAt">The timestamp of its first send; one that is a little older than the last is taken for as new.</param>
    public void NoteCall(long sentAt)
    {
        lock (_lock)
        {
            _callsAndRetries.Add(timeProvider.GetElapsedTime(_start, sentAt), first: 1, second: 0);
        }
    }

    /// <summary>Takes leave for one retry; false where the lane has had its share.</summary>
    public bool TryTake(LLMRetryOptions options)
    {
        lock (_lock)
        {
            var now = timeProvider.GetElapsedTime(_start);
            _callsAndRetries.MoveTo(now);
            var isAllowed = _callsAndRetries.Second < Math.Max(options.BudgetFloor, (int)(options.BudgetRatio * _callsAndRetries.First));
            if (isAllowed)
            {
                _callsAndRetries.Add(now, first: 0, second: 1);
            }

            return isAllowed;
        }
    }
}
