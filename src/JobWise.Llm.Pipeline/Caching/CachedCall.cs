namespace JobWise.Llm.Pipeline;

/// <summary>One call that the cache looks at: its key, where answers to it are kept, and which of them may be.</summary>
internal sealed class CachedCall(LLMRequest request, LLMCacheKey key, string instance, TimeSpan timeToLive, IResponseStore store)
{
    public LLMRequest Request => request;

    public LLMCacheKey Key => key;

    /// <summary>Another caller of the same request may want more than the one whose answer was kept.</summary>
    public bool Accepts(LLMResponse response) => request.Call.Accepts(response);

    public LLMResponse? FindNow() => store.FindNow(key);

    public ValueTask<LLMResponse?> FindAsync(CancellationToken cancellationToken) => store.FindAsync(key, cancellationToken);

    /// <summary>Keeps a complete good answer of the lane that the key is for, and passes every other by.</summary>
    public void Save(LLMResponse response)
    {
        if (IsGood(response))
        {
            store.Save(key, response, timeToLive);
        }
    }

    private bool IsGood(LLMResponse response) =>
        (response.FinishReason == LLMFinishReason.Stop || response.FinishReason == LLMFinishReason.ToolCalls)
        && !response.IsCached
        && IsOfThisLane(response.Route)
        && HasContent(response.Message)
        && Accepts(response);

    /// <summary>What a fallback answered must not be taken for the answer of the first lane.</summary>
    private bool IsOfThisLane(LLMRoute? route) =>
        string.Equals(route?.Instance, instance, StringComparison.OrdinalIgnoreCase) && route?.RequestedModel == RequestForm.ModelOf(request);

    private static bool HasContent(LLMMessage message)
    {
        for (var i = 0; i < message.Parts.Count; i++)
        {
            if (message.Parts[i] is LLMToolCallPart || message.Parts[i] is LLMTextPart { Text.Length: > 0 })
            {
                return true;
            }
        }

        return false;
    }
}
