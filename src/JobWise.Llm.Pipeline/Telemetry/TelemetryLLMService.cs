using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Makes a span and metrics of each call, while anyone listens; else it is not there.</summary>
internal sealed class TelemetryLLMService(ILLMService innerService, CallInstruments instruments, TimeProvider timeProvider)
    : DelegatingLLMService(innerService)
{
    public override Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        instruments.IsWatched ? WatchAsync(request, cancellationToken) : InnerService.GenerateAsync(request, cancellationToken);

    public override IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(LLMRequest request, CancellationToken cancellationToken = default) =>
        instruments.IsWatched ? WatchStreamAsync(request, cancellationToken) : InnerService.GenerateStreamAsync(request, cancellationToken);

    private async Task<LLMResponse> WatchAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = new CallSpan(instruments, request, isStream: false, timeProvider);
        try
        {
            var response = await InnerService.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
            span.Answer(response);
            return response;
        }
        catch (Exception exception) when (span.Fail(exception))
        {
            // Never reached: the filter only records, so that every kind of failure is seen and none is caught.
            throw;
        }
    }

    private async IAsyncEnumerable<LLMStreamUpdate> WatchStreamAsync(LLMRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = new CallSpan(instruments, request, isStream: true, timeProvider);
        var updates = InnerService.GenerateStreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, span).ConfigureAwait(false))
            {
                if (updates.Current.Response is { } response)
                {
                    span.Answer(response);
                }

                yield return updates.Current;
            }
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<LLMStreamUpdate> updates, CallSpan span)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (span.Fail(exception))
        {
            // Never reached: the filter only records, so that every kind of failure is seen and none is caught.
            throw;
        }
    }
}
