using System.Runtime.CompilerServices;
using Polly;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Takes each call down the lanes of its plan until one answers. A stream changes its lane only until its first update has come. The answer
/// says what it cost and how it was reached.
/// </summary>
internal sealed class RouterLLMService(LaneDirectory lanes, RouteRecord record, PipelineParts parts) : ILLMService
{
    private readonly Func<LaneAnswer, LaneCall, IReadOnlyList<Lane>, LLMResponse> _complete = (answer, call, plan) => record.Complete(answer.Response!, call, plan);

    /// <summary>Of the instance that serves calls which nothing else directs.</summary>
    public LLMServiceMetadata Metadata => Default.Metadata;

    private ILLMService Default => parts.Providers.Get(parts.Settings.Value.DefaultInstance);

    public Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default) => RunAsync(
        new LaneCall(request, isStream: false, PipelineSettings.Of(request, parts.Settings), parts.TimeProvider, cancellationToken), _complete);

    public async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = new LaneCall(request, isStream: true, PipelineSettings.Of(request, parts.Settings), parts.TimeProvider, cancellationToken);
        var (stream, plan) = await RunAsync(call, static (answer, _, plan) => (answer.Stream!, plan)).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await MoveNextAsync(stream, call).ConfigureAwait(false))
            {
                yield return stream.Current.Response is { } response ? LLMStreamUpdate.ForCompleted(record.Complete(response, call, plan)) : stream.Current;
            }
        }
    }

    public Task<IReadOnlyList<LLMModel>> GetAvailableModelsAsync(CancellationToken cancellationToken = default) =>
        Default.GetAvailableModelsAsync(cancellationToken);

    public Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => Default.CheckHealthAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : Default.GetService(serviceType, serviceKey);
    }

    private static async ValueTask<bool> MoveNextAsync(OpenStream stream, LaneCall call)
    {
        try
        {
            return await stream.MoveNextAsync().ConfigureAwait(false);
        }
        catch (LLMServiceException error)
        {
            error.Sends = call.Scope.Sends;
            throw;
        }
    }

    private IReadOnlyList<Lane> PlanOf(LLMRequest request)
    {
        var planned = request.Call.Lanes;
        return planned.Count == 1 ? lanes.Get(planned[0]).AsPlan : [.. planned.Select(lanes.Get).Distinct()];
    }

    /// <param name="call">On its way.</param>
    /// <param name="complete">Makes the result, here and not in a further method that would wait too.</param>
    private async Task<TResult> RunAsync<TResult>(LaneCall call, Func<LaneAnswer, LaneCall, IReadOnlyList<Lane>, TResult> complete)
    {
        var request = call.Request;
        var plan = PlanOf(request);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Token);
        call.AttachTo(context);
        try
        {
            while (true)
            {
                var next = RouteChoice.Next(call, plan);
                var lane = next.Lane!; // A lane is left: after the last, the call has returned to one.
                if (next.HeldBackFor > TimeSpan.Zero && await WaitAsync(call, next).ConfigureAwait(false))
                {
                    continue;
                }

                call.Enter(next, LaneRequest.For(lane, ReferenceEquals(lane, plan[0]), request, call.Settings));
                var outcome = await lane.SendAsync(call, context).ConfigureAwait(false);
                if (outcome.Exception is null)
                {
                    return complete(outcome.Result, call, plan);
                }

                if (!GoesOn(call, outcome.Exception as LLMServiceException, next))
                {
                    outcome.ThrowIfException();
                }

                if (next.LanesAfter == 0)
                {
                    await ReturnAsync(call).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>
    /// Waits until the first lane is ready again; false where that comes too late, and the lane must say so. A call that could not be answered in
    /// the time it would then have left, does not wait: it would only waste the probe.
    /// </summary>
    private async ValueTask<bool> WaitAsync(LaneCall call, RoutedLane next)
    {
        if (next.HeldBackFor + next.Lane!.Latency.Usual + next.Lane.Latency.Usual >= call.Remaining)
        {
            return false;
        }

        var startedAt = parts.TimeProvider.GetTimestamp();
        try
        {
            await Task.Delay(next.HeldBackFor, parts.TimeProvider, call.Token).ConfigureAwait(false);
        }
        finally
        {
            call.NoteHold(next.Lane, parts.TimeProvider.GetElapsedTime(startedAt));
        }

        return true;
    }

    /// <summary>After the last lane: waits for the first that will be ready in time.</summary>
    /// <exception cref="LLMServiceException">There is none.</exception>
    private async ValueTask ReturnAsync(LaneCall call)
    {
        if (RouteReturn.Find(call) is not { Lane: var lane, Wait: var wait })
        {
            throw RouteFailure.Explain(call);
        }

        call.ReturnedTo = lane;
        call.Waited += wait;
        await Task.Delay(wait, parts.TimeProvider, call.Token).ConfigureAwait(false);
    }

    /// <summary>Notes the error that a lane ended with; false where it is the caller's to see as it is.</summary>
    private bool GoesOn(LaneCall call, LLMServiceException? error, RoutedLane next)
    {
        if (error is null)
        {
            return false;
        }

        error.Sends = call.Scope.Sends;
        if (FallbackDecision.IsOfTheAccount(error))
        {
            call.Lane.SetAside(error, call.Settings.Options.Routing.SetAside);
        }

        if (!FallbackDecision.MayFallBack(error) || (next.LanesAfter == 0 && call.Tries.Count == 0))
        {
            return false;
        }

        call.Leave(error);
        if (call.Scope.Sends >= call.MostSends)
        {
            throw RouteFailure.Explain(call);
        }

        parts.Logger.FallingBack(call.Scope.CallId, call.Lane.Name, error.GetType().Name, error.StatusCode, error.ProviderCode);
        return true;
    }
}
