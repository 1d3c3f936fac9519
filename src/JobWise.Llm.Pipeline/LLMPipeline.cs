using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>The pipeline: what stands between a caller and a provider, and in which order.</summary>
internal sealed class LLMPipeline(
    ProviderDirectory providers,
    CurrentSettings settings,
    Slots slots,
    LLMPriceBook priceBook,
    TimeProvider timeProvider,
    Jitter jitter,
    ILogger logger)
{
    /// <summary>
    /// The order, from the caller to the provider. The deadline bounds everything below it. Guardrails come before any choice or cost. Model
    /// selection comes before the Call slot, so that a user's decorator sees the request as it will be sent. Retry holds whatever happens once per attempt; the attempt timeouts
    /// are next to the provider, so that no slow stage counts as a slow provider.
    /// </summary>
    public ILLMService Build() => Chain(
        next => new LoggingLLMService(next, settings, timeProvider, logger),
        next => new DeadlineLLMService(next, settings, timeProvider),
        next => new GuardrailLLMService(next, settings, logger),
        next => new ModelSelectionLLMService(next, settings, providers),
        next => slots.Decorate(LLMStage.Call, next),
        _ => new RouterLLMService(providers, settings, lane => Chain(
            next => new RetryLLMService(next, lane, settings, new LaneRetry(timeProvider, jitter, logger), timeProvider),
            next => new AccountingLLMService(next, lane, priceBook, timeProvider),
            next => slots.Decorate(LLMStage.Attempt, next),
            next => new AttemptTimeoutLLMService(next, lane, settings, timeProvider),
            _ => providers.Get(lane))));

    /// <summary>Nests the stages; the first is the outermost, and the last makes the innermost service out of nothing.</summary>
    private static ILLMService Chain(params ReadOnlySpan<Func<ILLMService, ILLMService>> stages)
    {
        ILLMService service = null!;
        for (var i = stages.Length - 1; i >= 0; i--)
        {
            service = stages[i](service);
        }

        return service;
    }
}
