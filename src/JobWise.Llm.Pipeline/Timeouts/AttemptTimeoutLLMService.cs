using System.Globalization;
using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Gives up an attempt whose provider brings no content for too long. An answer that is not streamed comes all at once, so its first
/// content is the whole of it: the limit for the first content bounds its entire wait.
/// </summary>
internal sealed class AttemptTimeoutLLMService(ILLMService innerService, string instance, CurrentSettings settings, TimeProvider timeProvider)
    : DelegatingLLMService(innerService)
{
    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        using var timer = Start(Limits(request), cancellationToken);
        try
        {
            var answer = InnerService.GenerateAsync(request, timer.Token);
            if (!answer.IsCompleted)
            {
                timer.Arm(); // The only wait, so that nothing need be measured.
            }

            return await answer.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.RanOut)
        {
            throw Explain(timer, LLMTimeoutPhase.FirstContent, Limits(request), request, exception);
        }
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var limits = Limits(request);
        var phase = LLMTimeoutPhase.FirstContent;
        using var timer = Start(limits, cancellationToken);
        var updates = InnerService.GenerateStreamAsync(request, timer.Token).GetAsyncEnumerator(timer.Token);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, timer, request, phase, limits).ConfigureAwait(false))
            {
                if (IsContent(updates.Current))
                {
                    phase = LLMTimeoutPhase.Idle;
                    timer.Restart(limits.Idle);
                }

                yield return updates.Current;
            }
        }
    }

    private static bool IsContent(LLMStreamUpdate update) => update.Kind switch
    {
        LLMStreamUpdateKind.Text => update.Text!.Length > 0,
        LLMStreamUpdateKind.Reasoning => update.Reasoning!.Length > 0,
        LLMStreamUpdateKind.ToolCall => true,
        _ => false,
    };

    private AttemptLimits Limits(LLMRequest request) => AttemptLimits.Of(PipelineSettings.Of(request, settings), instance);

    private AttemptTimer Start(AttemptLimits limits, CancellationToken cancellationToken) =>
        new(limits.FirstContent, limits.InAll, timeProvider, cancellationToken);

    private async ValueTask<bool> MoveNextAsync(
        IAsyncEnumerator<LLMStreamUpdate> updates,
        AttemptTimer timer,
        LLMRequest request,
        LLMTimeoutPhase phase,
        AttemptLimits limits)
    {
        try
        {
            return await timer.MeasureAsync(updates.MoveNextAsync()).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.RanOut)
        {
            throw Explain(timer, phase, limits, request, exception);
        }
    }

    private LLMTimeoutException Explain(
        AttemptTimer timer, LLMTimeoutPhase waitedFor, AttemptLimits limits, LLMRequest request, OperationCanceledException exception)
    {
        var phase = timer.RanOutInAll ? LLMTimeoutPhase.Attempt : waitedFor;
        var (wait, limit, ofInstance, common) = phase switch
        {
            LLMTimeoutPhase.Attempt => ("no complete answer", limits.InAll ?? TimeSpan.Zero, "AttemptTimeout", "Attempt"),
            LLMTimeoutPhase.Idle => ("no further content", limits.Idle, "IdleTimeout", "Idle"),
            _ => ("no content", limits.FirstContent, "FirstContentTimeout", "FirstContent"),
        };
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"The provider '{instance}' sent {wait} within {limit.TotalSeconds:0.###} s. Raise {PipelineSection.Path}:Providers:{instance}:{ofInstance} or {PipelineSection.Path}:AttemptTimeouts:{common} if it needs longer.");
        return new LLMTimeoutException(
            phase,
            message,
            new LLMErrorDetails { Provider = InnerService.Metadata.ProviderName, Model = request.Model },
            exception);
    }
}
