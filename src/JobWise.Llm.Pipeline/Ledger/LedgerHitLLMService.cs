using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Writes calls that the cache answered into the ledger, which sees only sends otherwise.</summary>
internal sealed class LedgerHitLLMService(ILLMService innerService, UsageRecorder recorder) : DelegatingLLMService(innerService)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        var response = await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsCached)
        {
            await recorder.NoteHitAsync(request, response, isStream: false, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in InnerService.GenerateStreamAsync(request, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (update.Response is { IsCached: true } response)
            {
                await recorder.NoteHitAsync(request, response, isStream: true, cancellationToken).ConfigureAwait(false);
            }

            yield return update;
        }
    }
}
