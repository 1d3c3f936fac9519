using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Puts on each response what it cost and how it was reached.</summary>
internal sealed class AccountingLLMService(ILLMService innerService, string instance, LLMPriceBook priceBook, TimeProvider timeProvider)
    : DelegatingLLMService(innerService)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        Account(request, await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false));

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in InnerService.GenerateStreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return update.Response is { } response ? LLMStreamUpdate.ForCompleted(Account(request, response)) : update;
        }
    }

    private LLMResponse Account(LLMRequest request, LLMResponse response) => response with
    {
        Cost = priceBook.Price(new LLMPricedCall
        {
            Provider = response.Provider,
            Model = response.Model,
            Usage = response.Usage,
            ServiceTier = response.ServiceTier,
            Day = DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime),
        }),
        Route = new LLMRoute
        {
            CallId = request.Call.Scope?.CallId ?? Guid.Empty,
            Instance = instance,
            RequestedModel = request.Model,
            Sends = request.Call.Scope?.Sends ?? 1,
            Elapsed = request.Call.Scope?.Elapsed ?? response.GenerationTime,
        },
    };
}
