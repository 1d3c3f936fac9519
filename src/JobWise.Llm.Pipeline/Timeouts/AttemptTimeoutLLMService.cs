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
        var limit = settings.Value.FirstContentTimeout(instance);
        using var timer = new AttemptTimer(limit, timeProvider, cancellationToken);
        try
        {
            var wait = new ValueTask<LLMResponse>(InnerService.GenerateAsync(request, timer.Token));
            return await timer.MeasureAsync(wait).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.RanOut)
        {
            throw Explain(LLMTimeoutPhase.FirstContent, limit, request, exception);
        }
    }

    public override async IAsyncEnumerable<LLMStreamUpdate> GenerateStreamAsync(
        LLMRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var now = settings.Value;
        var (phase, limit) = (LLMTimeoutPhase.FirstContent, now.FirstContentTimeout(instance));
        using var timer = new AttemptTimer(limit, timeProvider, cancellationToken);
        var updates = InnerService.GenerateStreamAsync(request, timer.Token).GetAsyncEnumerator(timer.Token);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, timer, request, phase, limit).ConfigureAwait(false))
            {
                if (IsContent(updates.Current))
                {
                    (phase, limit) = (LLMTimeoutPhase.Idle, now.IdleTimeout(instance));
                    timer.Restart(limit);
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

    private async ValueTask<bool> MoveNextAsync(
        IAsyncEnumerator<LLMStreamUpdate> updates,
        AttemptTimer timer,
        LLMRequest request,
        LLMTimeoutPhase phase,
        TimeSpan limit)
    {
        try
        {
            return await timer.MeasureAsync(updates.MoveNextAsync()).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.RanOut)
        {
            throw Explain(phase, limit, request, exception);
        }
    }

    private LLMTimeoutException Explain(LLMTimeoutPhase phase, TimeSpan limit, LLMRequest request, OperationCanceledException exception)
    {
        var (wait, ofInstance, common) = phase == LLMTimeoutPhase.Idle
            ? ("no further content", "IdleTimeout", "Idle")
            : ("no content", "FirstContentTimeout", "FirstContent");
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
