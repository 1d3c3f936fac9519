namespace JobWise.Llm.Pipeline;

/// <summary>Gives a call its scope: a new one, or the one it brings, as the re-ask of a JSON call does, which then keeps its clock and its settings.</summary>
internal static class CallStart
{
    public static LLMRequest Start(LLMRequest request, CurrentSettings settings, TimeProvider timeProvider)
    {
        var scope = request.Call.Scope ?? new LLMCallScope { MostTokens = request.Call.MostTokens };
        var now = scope.PipelineState as PipelineSettings ?? settings.Value;
        scope.PipelineState = now;
        var deadline = CallDeadline.Of(request.Call, scope, now.Options.Timeout, timeProvider);
        scope.Start(timeProvider, deadline.IsEndless ? null : deadline.Total);
        return ReferenceEquals(scope, request.Call.Scope) ? request : request with { Call = request.Call with { Scope = scope } };
    }
}
