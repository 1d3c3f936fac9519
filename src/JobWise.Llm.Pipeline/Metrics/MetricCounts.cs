namespace JobWise.Llm.Pipeline;

/// <summary>The sums of some calls. Not safe for concurrent use.</summary>
internal sealed class MetricCounts
{
    private readonly TimeHistogram _latency = new();
    private readonly TimeHistogram _firstToken = new();
    private long _calls;
    private long _errors;
    private long _cancelled;
    private long _sends;
    private long _prompt;
    private long _completion;
    private long _cached;
    private long _written;
    private long _reasoning;
    private TimeSpan _generation;
    private decimal _cost;
    private long _unknownCosts;
    private long _hits;
    private decimal _saved;

    /// <param name="response">The answer.</param>
    /// <param name="took">From the caller's view.</param>
    /// <param name="saved">What an answer of the cache would have cost.</param>
    public void Answered(LLMResponse response, TimeSpan took, decimal saved)
    {
        _calls++;
        _latency.Add(took);
        _sends += response.Route?.Sends ?? 0;
        if (response.IsCached)
        {
            (_hits, _saved) = (_hits + 1, _saved + saved);
            return;
        }

        if (response.TimeToFirstToken is { } first)
        {
            _firstToken.Add(first);
        }

        _prompt += response.Usage?.PromptTokens ?? 0;
        _completion += response.Usage?.CompletionTokens ?? 0;
        _cached += response.Usage?.CachedTokens ?? 0;
        _written += response.Usage?.CacheWriteTokens ?? 0;
        _reasoning += response.Usage?.ReasoningTokens ?? 0;
        _generation += response.GenerationTime;
        _cost += response.Cost?.Usd ?? 0;
        _unknownCosts += response.Cost?.Usd is null ? 1 : 0;
    }

    public void Failed(bool isCancelled, int sends)
    {
        _calls++;
        _sends += sends;
        _errors += isCancelled ? 0 : 1;
        _cancelled += isCancelled ? 1 : 0;
    }

    public void Add(MetricCounts other)
    {
        _latency.Add(other._latency);
        _firstToken.Add(other._firstToken);
        (_calls, _errors, _cancelled, _sends) = (_calls + other._calls, _errors + other._errors, _cancelled + other._cancelled, _sends + other._sends);
        (_prompt, _completion, _cached) = (_prompt + other._prompt, _completion + other._completion, _cached + other._cached);
        (_written, _reasoning, _generation) = (_written + other._written, _reasoning + other._reasoning, _generation + other._generation);
        (_cost, _unknownCosts) = (_cost + other._cost, _unknownCosts + other._unknownCosts);
        (_hits, _saved) = (_hits + other._hits, _saved + other._saved);
    }

    public void Clear()
    {
        _latency.Clear();
        _firstToken.Clear();
        (_calls, _errors, _cancelled, _sends) = (0, 0, 0, 0);
        (_prompt, _completion, _cached, _written, _reasoning, _generation) = (0, 0, 0, 0, 0, TimeSpan.Zero);
        (_cost, _unknownCosts, _hits, _saved) = (0, 0, 0, 0);
    }

    public LLMMetricsSummary ToSummary() => new()
    {
        Calls = _calls,
        Errors = _errors,
        Cancelled = _cancelled,
        Sends = _sends,
        LatencyP50 = _latency.Quantile(0.5),
        LatencyP95 = _latency.Quantile(0.95),
        TimeToFirstTokenP50 = _firstToken.Quantile(0.5),
        TimeToFirstTokenP95 = _firstToken.Quantile(0.95),
        PromptTokens = _prompt,
        CompletionTokens = _completion,
        CachedTokens = _cached,
        CacheWriteTokens = _written,
        ReasoningTokens = _reasoning,
        OutputTokensPerSecond = _generation > TimeSpan.Zero ? _completion / _generation.TotalSeconds : null,
        CostUsd = _cost,
        UnknownCosts = _unknownCosts,
        CacheHits = _hits,
        SavedUsd = _saved,
    };
}
