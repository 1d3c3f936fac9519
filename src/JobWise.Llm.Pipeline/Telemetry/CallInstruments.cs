using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace JobWise.Llm.Pipeline;

/// <summary>The source of spans and the metrics of calls.</summary>
internal sealed class CallInstruments : IDisposable
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstChunk;
    private readonly Counter<long> _input;
    private readonly Counter<long> _output;
    private readonly Counter<long> _cached;
    private readonly Counter<double> _cost;
    private readonly Counter<long> _sends;

    public CallInstruments(PipelineMeter pipelineMeter)
    {
        var meter = pipelineMeter.Meter;
        _duration = meter.CreateHistogram(TelemetryNames.Duration, "s", "How long a call took, waits and retries included.", tags: null, Seconds);
        _firstChunk = meter.CreateHistogram(TelemetryNames.TimeToFirstChunk, "s", "From sending to the first content of a stream.", tags: null, Seconds);
        _input = meter.CreateCounter<long>(TelemetryNames.InputTokensUsed, "{token}", "Input tokens, cached ones included.");
        _output = meter.CreateCounter<long>(TelemetryNames.OutputTokensUsed, "{token}", "Output tokens, reasoning included.");
        _cached = meter.CreateCounter<long>(TelemetryNames.CachedTokensUsed, "{token}", "Input tokens read from the provider's prompt cache.");
        _cost = meter.CreateCounter<double>(TelemetryNames.CostSpent, "USD", "What answers cost, as far as it is known.");
        _sends = meter.CreateCounter<long>(TelemetryNames.SendsMade, "{request}", "Requests sent to providers.");
    }

    public ActivitySource Source { get; } = new(TelemetryNames.Source);

    /// <summary>Whether anyone would see what is recorded.</summary>
    public bool IsWatched =>
        Source.HasListeners() || _duration.Enabled || _firstChunk.Enabled || _input.Enabled || _output.Enabled || _cached.Enabled || _cost.Enabled || _sends.Enabled;

    public void Answered(LLMResponse response, int sends, TagList tags, TimeSpan took)
    {
        _duration.Record(took.TotalSeconds, tags);
        _sends.Add(sends, tags);
        _cost.Add((double)(response.Cost?.Usd ?? 0), tags);
        if (response.IsCached)
        {
            return; // The tokens of a cached answer were counted when they were used.
        }

        _input.Add(response.Usage?.PromptTokens ?? 0, tags);
        _output.Add(response.Usage?.CompletionTokens ?? 0, tags);
        _cached.Add(response.Usage?.CachedTokens ?? 0, tags);
        if (response.TimeToFirstToken is { } first)
        {
            _firstChunk.Record(first.TotalSeconds, tags);
        }
    }

    public void Failed(int sends, TagList tags, TimeSpan took)
    {
        _duration.Record(took.TotalSeconds, tags);
        _sends.Add(sends, tags);
    }

    public void Dispose() => Source.Dispose();
}
