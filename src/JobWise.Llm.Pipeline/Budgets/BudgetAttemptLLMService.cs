using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Tells the call's budgets of every send that failed, since one that timed out may have been billed even if the next one answers.</summary>
internal sealed class BudgetAttemptLLMService(ILLMService innerService) : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        CallNotes.Of(request)?.Spending is { } spending ? SendAsync(request, spending, cancellationToken) : InnerService.GenerateAsync(request, cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        CallNotes.Of(request)?.Spending is { } spending
            ? SendStreamAsync(request, spending, cancellationToken)
            : InnerService.GenerateStreamAsync(request, cancellationToken);

    private async Task<LLMResponse> SendAsync(LLMRequest request, BudgetSpending spending, CancellationToken cancellationToken)
    {
        try
        {
            return await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) // Noted and thrown on as it is: whatever ended the send, it may have been billed.
        {
            spending.NoteFailure(failure);
            throw;
        }
    }

    private async IAsyncEnumerable<LLMStreamUpdate> SendStreamAsync(
        LLMRequest request, BudgetSpending spending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var updates = InnerService.GenerateStreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, spending).ConfigureAwait(false))
            {
                yield return updates.Current;
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<LLMStreamUpdate> updates, BudgetSpending spending)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) // Noted and thrown on as it is: whatever ended the send, it may have been billed.
        {
            spending.NoteFailure(failure);
            throw;
        }
    }
}
