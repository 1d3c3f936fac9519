using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Writes down what the cache was asked, and hands out what it had: marked, logged and counted.</summary>
internal sealed class CacheRecord
{
    private readonly LLMPriceBook _priceBook;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly Counter<long> _lookups;
    private readonly Counter<long> _hits;
    private readonly Counter<double> _saved;

    public CacheRecord(PipelineMeter pipelineMeter, LLMPriceBook priceBook, TimeProvider timeProvider, ILogger logger)
    {
        (_priceBook, _timeProvider, _logger) = (priceBook, timeProvider, logger);
        var meter = pipelineMeter.Meter;
        _lookups = meter.CreateCounter<long>(TelemetryNames.CacheLookups, "{call}", "Calls that looked for their answer in the response cache.");
        _hits = meter.CreateCounter<long>(TelemetryNames.CacheHits, "{call}", "Calls that were answered by the response cache, or by an equal call.");
        _saved = meter.CreateCounter<double>(TelemetryNames.CacheSaved, "USD", "What the answers of the response cache would have cost, as far as it is known.");
    }

    public void LookedUp(LLMRequest request)
    {
        if (_lookups.Enabled)
        {
            _lookups.Add(1, Tags(request));
        }
    }

    /// <summary>The answer as the call that got it sees it.</summary>
    public LLMResponse Hit(LLMResponse kept, LLMRequest request)
    {
        var hit = Pipeline.Hit.Of(kept, request);
        _logger.CacheHit(hit.Route!.CallId, hit.Model);
        if (_hits.Enabled)
        {
            _hits.Add(1, Tags(request));
        }

        if (_saved.Enabled && SavedPrice.Of(hit, _priceBook, _timeProvider) is { } usd)
        {
            _saved.Add((double)usd, Tags(request));
        }

        return hit;
    }

    private static TagList Tags(LLMRequest request)
    {
        var tags = new TagList { { TelemetryNames.Operation, TelemetryNames.Chat } };
        if (request.Model is { } model)
        {
            tags.Add(TelemetryNames.RequestModel, model);
        }

        if (request.Workflow is { } workflow)
        {
            tags.Add(TelemetryNames.Workflow, workflow);
        }

        return tags;
    }
}
