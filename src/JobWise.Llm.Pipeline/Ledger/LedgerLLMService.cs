using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Writes every attempt into the ledger: before it is sent, and when it has ended, once however it ended. Stands outside the attempt timeouts,
/// so that a slow ledger is not taken for a slow provider.
/// </summary>
internal sealed class LedgerLLMService(ILLMService innerService, string instance, UsageRecorder recorder) : DelegatingLLMService(innerService)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        var attempt = await recorder.BeginAsync(request, instance, Metadata, isStream: false, cancellationToken).ConfigureAwait(false);
        LLMResponse response;
        try
        {
            response = await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) // Written down and thrown on as it is.
        {
            await attempt.FailAsync(failure, cancellationToken).ConfigureAwait(false);
            throw;
        }

        await attempt.AnswerAsync(response, cancellationToken).ConfigureAwait(false);
        return response;
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var attempt = await recorder.BeginAsync(request, instance, Metadata, isStream: true, cancellationToken).ConfigureAwait(false);
        try
        {
            var updates = InnerService.GenerateStreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (updates.ConfigureAwait(false))
            {
                while (await MoveNextAsync(updates, attempt, cancellationToken).ConfigureAwait(false))
                {
                    // Before the last update is handed out, since a consumer may leave with it.
                    if (updates.Current.Response is { } response)
                    {
                        await attempt.AnswerAsync(response, cancellationToken).ConfigureAwait(false);
                    }

                    yield return updates.Current;
                }
            }
        }
        finally
        {
            await attempt.FailAsync(failure: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> MoveNextAsync(
        IAsyncEnumerator<LLMStreamUpdate> updates, AttemptRecord attempt, CancellationToken cancellationToken)
    {
        try
        {
            if (await updates.MoveNextAsync().ConfigureAwait(false))
            {
                attempt.Note(updates.Current);
                return true;
            }
        }
        catch (Exception failure) // Written down and thrown on as it is.
        {
            await attempt.FailAsync(failure, cancellationToken).ConfigureAwait(false);
            throw;
        }

        // No more than a note where the last update was the response.
        await attempt.FailAsync(new LLMStreamInterruptedException("The stream ended without its response."), cancellationToken).ConfigureAwait(false);
        return false;
    }
}
