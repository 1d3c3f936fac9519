using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Tells the call's budgets of every send that failed, since one that timed out may have been billed even if the next one answers.</summary>
internal sealed class BudgetAttemptLLMService(ILLMService innerService, BudgetDesk desk) : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        desk.IsOpen ? SendAsync(request, cancellationToken) : InnerService.GenerateAsync(request, cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        desk.IsOpen ? SendStreamAsync(request, cancellationToken) : InnerService.GenerateStreamAsync(request, cancellationToken);

    private async Task<LLMResponse> SendAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) // Noted and thrown on as it is: whatever ended the send, it may have been billed.
        {
            desk.NoteFailure(request, failure);
            throw;
        }
    }

    private async IAsyncEnumerable<LLMStreamUpdate> SendStreamAsync(LLMRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var updates = InnerService.GenerateStreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, request).ConfigureAwait(false))
            {
                yield return updates.Current;
            }
        }
    }

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<LLMStreamUpdate> updates, LLMRequest request)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) // Noted and thrown on, see above.
        {
            desk.NoteFailure(request, failure);
            throw;
        }
    }
}
