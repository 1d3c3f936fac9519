using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Lets a call through only if every hard budget allows the most that it may cost, and charges it with what it did cost.</summary>
internal sealed class BudgetLLMService(ILLMService innerService, BudgetDesk desk) : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        desk.IsOpen ? SpendAsync(request, cancellationToken) : InnerService.GenerateAsync(request, cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        desk.IsOpen ? SpendOnStreamAsync(request, cancellationToken) : InnerService.GenerateStreamAsync(request, cancellationToken);

    private async Task<LLMResponse> SpendAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(request, cancellationToken).ConfigureAwait(false) is not { } spending)
        {
            return await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        }

        LLMResponse response;
        try
        {
            response = await InnerService.GenerateAsync(Note(request, spending), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) // Thrown on as it is; a reservation that outlived its call would block the budget for good.
        {
            await spending.SettleAsync().ConfigureAwait(false);
            throw;
        }

        await spending.SettleAsync(response).ConfigureAwait(false);
        return response;
    }

    private async IAsyncEnumerable<LLMStreamUpdate> SpendOnStreamAsync(LLMRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var spending = await desk.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        var registration = spending?.SettleWith(cancellationToken) ?? default;
        try
        {
            var updates = InnerService.GenerateStreamAsync(Note(request, spending), cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (updates.ConfigureAwait(false))
            {
                while (await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    if (spending is not null && updates.Current.Response is { } response)
                    {
                        await spending.SettleAsync(response).ConfigureAwait(false);
                    }

                    yield return updates.Current;
                }
            }
        }
        finally
        {
            registration.Unregister();
            if (spending is not null)
            {
                await spending.SettleAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>On the request and not on its scope, which several calls may share at once: the lanes must reserve and note for this one.</summary>
    private static LLMRequest Note(LLMRequest request, BudgetSpending? spending) =>
        spending is null ? request : CallNotes.Write(request, (CallNotes.Of(request) ?? new CallNotes()) with { Spending = spending });
}
