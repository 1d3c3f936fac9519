using System.Globalization;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Knows what the ledger must be told of an attempt. There is none where no ledger is registered.</summary>
internal sealed class UsageRecorder(
    ILLMUsageLedger ledger, LLMPriceBook priceBook, CurrentSettings settings, CallIds ids, TimeProvider timeProvider, ILogger logger)
{
    public TimeProvider TimeProvider => timeProvider;

    /// <summary>Writes down what is about to be sent. Only when this has ended may it be sent.</summary>
    /// <exception cref="LedgerWaitCanceledException">The call ended before.</exception>
    public async ValueTask<AttemptRecord> BeginAsync(
        LLMRequest request, string instance, LLMServiceMetadata provider, bool isStream, CancellationToken cancellationToken)
    {
        var intent = IntentOf(request, instance, provider.ProviderName, request.Model ?? provider.DefaultModel, request.Call.Scope?.Sends ?? 1, isStream) with
        {
            ReservedUsd = Estimate(request, instance, provider),
        };
        try
        {
            await ledger.RecordIntentAsync(intent, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndAsync(AttemptOutcomes.NotSent(intent), cancellationToken).ConfigureAwait(false);
            throw new LedgerWaitCanceledException(cancellationToken);
        }

        return new AttemptRecord(this, intent);
    }

    /// <summary>Writes down how an attempt ended. Never throws: a call whose answer is there, and paid for, must not lose it to its own bookkeeping.</summary>
    public async ValueTask EndAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.RecordOutcomeAsync(outcome, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The call ends now; the ledger has the outcome and writes it without anyone waiting.
        }
        catch (Exception error) // See above; the intent is there, and becomes unknown.
        {
            logger.OutcomeNotRecorded(outcome.Intent.CallId, outcome.Intent.AttemptId, error.GetType().Name);
        }
    }

    /// <summary>Writes down a call that the cache answered.</summary>
    public async ValueTask NoteHitAsync(LLMRequest request, LLMResponse hit, bool isStream, CancellationToken cancellationToken)
    {
        var intent = IntentOf(request, hit.Route?.Instance ?? hit.Provider, hit.Provider, request.Model ?? hit.Model, attempt: 0, isStream);
        await EndAsync(
            new LLMUsageOutcome
            {
                Intent = intent,
                Status = LLMUsageStatus.CacheHit,
                Model = hit.Model,
                Usage = hit.Usage,
                Cost = hit.Cost,
                SavedUsd = SavedPrice.Of(hit, priceBook, timeProvider),
                Duration = hit.Route?.Elapsed ?? TimeSpan.Zero,
            },
            cancellationToken).ConfigureAwait(false);
    }

    public LLMCost Price(LLMResponse response) => priceBook.Price(LLMPricedCall.Of(response, timeProvider.Today()));

    public LLMCost Price(LLMUsageIntent intent, LLMUsage usage) => intent.Model is { } model
        ? priceBook.Price(new LLMPricedCall
        {
            Provider = intent.Vendor,
            Model = model,
            Usage = usage,
            Day = timeProvider.Today(),
            CacheWriteTokensByKind = usage.CacheWriteTokensByKind,
        })
        : LLMCost.Unknown("Neither the request nor the instance names a model.");

    /// <summary>Names the entry of the price book behind a cost.</summary>
    public string? PriceEntry(LLMCost cost, string vendor, string? model) =>
        cost.Usd is null || model is null || priceBook.Find(vendor, model, timeProvider.Today()) is not { } price ? null
        : price.ValidFrom is { } from ? string.Create(CultureInfo.InvariantCulture, $"{price.Provider}/{price.Model} from {from:yyyy-MM-dd}")
        : $"{price.Provider}/{price.Model}";

    private decimal? Estimate(LLMRequest request, string instance, LLMServiceMetadata provider) =>
        (request.Model ?? provider.DefaultModel) is not { } model ? null : priceBook.Estimate(
            provider.ProviderName,
            model,
            PromptBound.Of(request),
            request.MaxTokens ?? PipelineSettings.Of(request, settings).MaxTokens(instance),
            timeProvider.Today()).Usd;

    private LLMUsageIntent IntentOf(LLMRequest request, string instance, string vendor, string? model, int attempt, bool isStream)
    {
        var now = timeProvider.GetUtcNow();
        return new LLMUsageIntent
        {
            AttemptId = ids.Next(now),
            CallId = request.Call.Scope?.CallId ?? Guid.Empty,
            Attempt = attempt,
            UserId = request.UserId,
            Tenant = request.Call.Tenant,
            Workflow = request.Workflow,
            Tags = request.Tags,
            Instance = instance,
            Vendor = vendor,
            Model = model,
            IsStream = isStream,
            StartedAt = now,
        };
    }
}
