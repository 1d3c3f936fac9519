namespace JobWise.Llm.Pipeline;

/// <summary>An answer that was there already, as the call that got it sees it: with its own identity, and free of charge.</summary>
internal static class Hit
{
    private static readonly LLMCost Nothing = new() { Usd = 0 };

    /// <summary>Usage stays as it was, for the caller's own figures; limits do not, since they are those of another moment.</summary>
    public static LLMResponse Of(LLMResponse kept, LLMRequest request) => kept with
    {
        IsCached = true,
        Cost = Nothing,
        GenerationTime = TimeSpan.Zero,
        TimeToFirstToken = null,
        RateLimits = null,
        Route = new LLMRoute
        {
            CallId = request.Call.Scope?.CallId ?? Guid.Empty,
            Instance = kept.Route?.Instance,
            RequestedModel = RequestForm.ModelOf(request),
            Sends = request.Call.Scope?.Sends ?? 0,
            Elapsed = request.Call.Scope?.Elapsed ?? TimeSpan.Zero,
        },
    };

    /// <summary>The hit as a stream: one update for each part, then the last one.</summary>
    public static IEnumerable<LLMStreamUpdate> Replay(LLMResponse hit)
    {
        var calls = 0;
        foreach (var part in hit.Message.Parts)
        {
            switch (part)
            {
                case LLMReasoningPart { Text.Length: > 0 } reasoning:
                    yield return LLMStreamUpdate.ForReasoning(reasoning.Text);
                    break;
                case LLMTextPart { Text.Length: > 0 } text:
                    yield return LLMStreamUpdate.ForText(text.Text);
                    break;
                case LLMToolCallPart call:
                    yield return LLMStreamUpdate.ForToolCall(new LLMToolCallDelta { Index = calls++, Id = call.Id, Name = call.Name, Arguments = call.Arguments });
                    break;
            }
        }

        yield return LLMStreamUpdate.ForCompleted(hit);
    }
}
