namespace JobWise.Llm.Pipeline;

/// <summary>
/// Gives a call its scope: a new one, or the one it brings, as the re-ask of a JSON call does, which then keeps its clock and its settings.
/// </summary>
internal sealed class CallStart(CurrentSettings settings, CallIds ids, TimeProvider timeProvider)
{
    public LLMRequest Start(LLMRequest request)
    {
        var scope = request.Call.Scope ?? new LLMCallScope { MostTokens = request.Call.MostTokens };
        if (scope.PipelineState is not PipelineSettings)
        {
            Start(scope, request.Call);
        }

        return ReferenceEquals(scope, request.Call.Scope) ? request : request with { Call = request.Call with { Scope = scope } };
    }

    private void Start(LLMCallScope scope, LLMCallOptions call)
    {
        var now = settings.Value;
        scope.PipelineState = now;
        var deadline = CallDeadline.Of(call, scope, now.Options.Timeout, timeProvider);
        scope.Start(timeProvider, deadline.IsEndless ? null : deadline.Total, ids.Next(timeProvider.GetUtcNow()));
    }
}
