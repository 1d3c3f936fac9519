using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using static System.FormattableString;

namespace JobWise.Llm.Pipeline;

/// <summary>Keeps figures of calls in bounded memory. A call takes the lock of its own series only, for a few additions.</summary>
internal sealed class LiveMetrics : ILLMMetrics, ICallWatcher
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<MetricKey, MetricSeries> _series = new();
    private readonly LLMMetricsOptions _options;
    private readonly LLMPriceBook _priceBook;
    private readonly TimeProvider _timeProvider;
    private readonly long _startedAt;
    private readonly DateTimeOffset _startedOn;

    public LiveMetrics(IOptions<LLMMetricsOptions> options, LLMPriceBook priceBook, TimeProvider timeProvider)
    {
        (_options, _priceBook, _timeProvider) = (options.Value, priceBook, timeProvider);
        (_startedAt, _startedOn) = (timeProvider.GetTimestamp(), timeProvider.GetUtcNow());
    }

    private TimeSpan Elapsed => _timeProvider.GetElapsedTime(_startedAt);

    public void Answered(LLMRequest request, LLMResponse response, TimeSpan took)
    {
        var saved = response.IsCached ? SavedPrice.Of(response, _priceBook, _timeProvider) ?? 0 : 0;
        SeriesOf(MetricKey.Of(request, response)).Answered(Elapsed.Ticks / Minute.Ticks, response, took, saved);
    }

    public void Failed(LLMRequest request, Exception failure, TimeSpan took) =>
        SeriesOf(MetricKey.Of(request, failure)).Failed(Elapsed.Ticks / Minute.Ticks, failure is OperationCanceledException, request.Call.Scope?.Sends ?? 0);

    public LLMMetricsReport Read(TimeSpan? last = null)
    {
        var elapsed = Elapsed;
        long? from = last is { } time ? Math.Max(0, (elapsed.Ticks / Minute.Ticks) - Count(time) + 1) : null;
        var series = _series.ToArray();
        return new LLMMetricsReport
        {
            Since = _startedOn + ((from ?? 0) * Minute),
            Until = _startedOn + elapsed,
            All = Sum(series, from),
            ByProvider = Group(series, key => key.Provider, from),
            ByModel = Group(series, key => $"{key.Provider}/{key.Model}", from),
            ByWorkflow = Group(series, key => key.Workflow, from),
        };
    }

    private long Count(TimeSpan last) => last > TimeSpan.Zero && last <= _options.Minutes * Minute
        ? (long)Math.Ceiling(last / Minute)
        : throw new ArgumentOutOfRangeException(nameof(last), last, Invariant($"Ask for more than nothing, and for no more than the {_options.Minutes} minutes of LLMMetricsOptions.Minutes."));

    /// <summary>May pass the bound by as many as are new at the same moment.</summary>
    private MetricSeries SeriesOf(MetricKey key) =>
        _series.TryGetValue(key, out var known) ? known
        : _series.GetOrAdd(_series.Count < _options.MostSeries ? key : MetricKey.Other, static (_, minutes) => new MetricSeries(minutes), _options.Minutes);

    private static Dictionary<string, LLMMetricsSummary> Group(
        KeyValuePair<MetricKey, MetricSeries>[] series, Func<MetricKey, string> by, long? from) =>
        series.GroupBy(each => by(each.Key), StringComparer.Ordinal).Select(group => (group.Key, Summary: Sum(group, from))).Where(group => group.Summary.Calls > 0)
            .ToDictionary(group => group.Key, group => group.Summary, StringComparer.Ordinal);

    private static LLMMetricsSummary Sum(IEnumerable<KeyValuePair<MetricKey, MetricSeries>> series, long? from)
    {
        var sum = new MetricCounts();
        foreach (var each in series)
        {
            each.Value.AddTo(sum, from);
        }

        return sum.ToSummary();
    }
}
