using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Ends every call at its total deadline, and tells that end from the caller's own cancellation.</summary>
internal sealed class DeadlineLLMService(ILLMService innerService, CurrentSettings settings, TimeProvider timeProvider)
    : DelegatingLLMService(innerService)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timer = Start(ref request, cancellationToken);
        try
        {
            var answer = InnerService.GenerateAsync(request, timer.Token);
            if (!answer.IsCompleted)
            {
                timer.Arm();
            }

            return await answer.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsOver)
        {
            throw timer.Explain(exception);
        }
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timer = Start(ref request, cancellationToken);
        timer.Arm();
        var soFar = new LLMStreamAccumulator();
        var updates = InnerService.GenerateStreamAsync(request, timer.Token).GetAsyncEnumerator(timer.Token);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, timer, soFar).ConfigureAwait(false))
            {
                soFar.Add(updates.Current);
                yield return updates.Current;
            }
        }
    }

    public override Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) => InquiryDeadline.AskAsync(
        InnerService.GetAvailableModelsAsync, "The list of models did not come", settings.Value.Options.Timeout, timeProvider, cancellationToken);

    public override async Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        var startedAt = timeProvider.GetTimestamp();
        try
        {
            return await InquiryDeadline.AskAsync(
                InnerService.CheckHealthAsync, "The health check did not end", settings.Value.Options.Timeout, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (LLMTimeoutException error)
        {
            // A provider that never answers is the very thing that a health check is to find.
            return new LLMHealth
            {
                Status = LLMHealthStatus.Unhealthy,
                Reason = error.Message,
                Latency = timeProvider.GetElapsedTime(startedAt),
                Error = error,
            };
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<LLMStreamUpdate> updates, CallTimer timer, LLMStreamAccumulator soFar)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsOver)
        {
            throw timer.Explain(exception, soFar);
        }
        catch (LLMTimeoutException exception) when (exception.PartialText is null)
        {
            throw new LLMTimeoutException(
                exception.Phase,
                exception.Message,
                exception.Details with { PartialText = soFar.Text, Usage = exception.Usage ?? soFar.Usage },
                exception)
            {
                Sends = exception.Sends,
            };
        }
    }

    /// <summary>
    /// Starts the clock for a request that can be served at all. The scope has the time that came out; only a call that must end before its scope,
    /// as a re-ask with less time of its own, takes it along itself.
    /// </summary>
    private CallTimer Start(ref LLMRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LLMRequestRules.ThrowIfInvalid(request);
        var scope = request.Call.Scope!;
        var deadline = CallDeadline.Of(request.Call, scope, PipelineSettings.Of(request, settings).Options.Timeout, timeProvider);
        if (deadline.Total < (scope.Timeout ?? TimeSpan.MaxValue))
        {
            request = request with { Call = request.Call with { Timeout = deadline.Total } };
        }

        return CallTimer.Start(deadline, scope, timeProvider, cancellationToken);
    }
}
