using System.Runtime.CompilerServices;
using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>The only place that repeats an attempt. A stream is repeated only until it has brought its first update.</summary>
internal sealed class RetryLLMService(
    ILLMService innerService,
    string instance,
    CurrentSettings settings,
    LaneRetry retry,
    TimeProvider timeProvider)
    : DelegatingLLMService(innerService)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        var call = new LaneCall(request, isStream: false, instance, settings.Value, timeProvider);
        var answer = await RunAsync(call, cancellationToken).ConfigureAwait(false);
        return answer.Response!;
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = new LaneCall(request, isStream: true, instance, settings.Value, timeProvider);
        var answer = await RunAsync(call, cancellationToken).ConfigureAwait(false);
        var stream = answer.Stream!;
        await using (stream.ConfigureAwait(false))
        {
            while (await MoveNextAsync(stream, call).ConfigureAwait(false))
            {
                yield return stream.Current;
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(OpenStream stream, LaneCall call)
    {
        try
        {
            return await stream.MoveNextAsync().ConfigureAwait(false);
        }
        catch (LLMServiceException error)
        {
            call.NoteSends(error);
            throw;
        }
    }

    private async ValueTask<LaneAnswer> RunAsync(LaneCall call, CancellationToken cancellationToken)
    {
        var outcome = await AttemptAsync(call, cancellationToken).ConfigureAwait(false);
        if (outcome.Exception is LLMServiceException { IsTransient: true } && call.MaxAttempts > 1)
        {
            outcome = await GoOnAsync(call, outcome, cancellationToken).ConfigureAwait(false);
        }

        if (outcome.Exception is LLMServiceException error)
        {
            call.NoteSends(error);
        }

        outcome.ThrowIfException();
        return outcome.Result;
    }

    /// <summary>A method of its own, so that only a call that failed pays for the closure.</summary>
    private ValueTask<Outcome<LaneAnswer>> GoOnAsync(LaneCall call, Outcome<LaneAnswer> firstFailure, CancellationToken cancellationToken) =>
        retry.GoOnAsync(call, firstFailure, () => AttemptAsync(call, cancellationToken), cancellationToken);

    private async ValueTask<Outcome<LaneAnswer>> AttemptAsync(LaneCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (!call.Scope.TryTakeSend(call.MostSends))
            {
                throw call.LastError ?? call.RefuseFurtherSend();
            }

            call.Attempts++;
            return Outcome.FromResult(call.IsStream
                ? new LaneAnswer(null, await OpenStream.OpenAsync(InnerService, call.Request, cancellationToken).ConfigureAwait(false))
                : new LaneAnswer(await InnerService.GenerateAsync(call.Request, cancellationToken).ConfigureAwait(false), null));
        }
        catch (LLMServiceException error)
        {
            call.LastError = error;
            return Outcome.FromException<LaneAnswer>(error);
        }
    }
}
