using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Tells watchers how each call ended. It is in the pipeline only if there are any.</summary>
internal sealed class WatchLLMService(ILLMService innerService, IReadOnlyList<ICallWatcher> watchers, TimeProvider timeProvider)
    : DelegatingLLMService(innerService)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        var call = new WatchedCall(watchers, request, timeProvider);
        try
        {
            var response = await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
            call.Answer(response);
            return response;
        }
        catch (Exception failure) when (call.Fail(failure))
        {
            // Never reached: the filter only tells, so that every kind of failure is seen and none is caught.
            throw;
        }
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = new WatchedCall(watchers, request, timeProvider);
        var updates = InnerService.GenerateStreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveNextAsync(updates, call).ConfigureAwait(false))
            {
                if (updates.Current.Response is { } response)
                {
                    call.Answer(response);
                }

                yield return updates.Current;
            }
        }
        finally
        {
            call.Leave();
            await updates.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<LLMStreamUpdate> updates, WatchedCall call)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (call.Fail(failure))
        {
            // Never reached, see above.
            throw;
        }
    }
}
