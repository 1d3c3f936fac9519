using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>What the stages and lanes of one pipeline share.</summary>
internal sealed record PipelineParts
{
    public required ProviderDirectory Providers { get; init; }

    public required CurrentSettings Settings { get; init; }

    public required Slots Slots { get; init; }

    public required ResponseStores ResponseStores { get; init; }

    public required BudgetDesk Budgets { get; init; }

    /// <summary>Null where no ledger is registered; then no stage of it is there, and no call pays for it.</summary>
    public UsageRecorder? Usage { get; init; }

    public required LLMPriceBook PriceBook { get; init; }

    public required RateLimiters RateLimiters { get; init; }

    public required TokenEstimates TokenEstimates { get; init; }

    public required CacheRecord CacheRecord { get; init; }

    /// <summary>Those who asked to see the end of each call; mostly none.</summary>
    public required IReadOnlyList<ICallWatcher> Watchers { get; init; }

    public required CallInstruments Instruments { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required CallIds CallIds { get; init; }

    public required Jitter Jitter { get; init; }

    public required ILogger Logger { get; init; }
}
