namespace JobWise.Llm;

/// <summary>Divides the tokens of a call into lines with a price each. A count of cached or written tokens that is missing counts as none.</summary>
internal static class Bill
{
    public static IEnumerable<Charge> Lines(LLMTokenRates rates, LLMPricedCall call, LLMUsage usage, bool cacheIsCheaper)
    {
        var cached = usage.CachedTokens ?? 0;
        var written = usage.CacheWriteTokens ?? 0;
        yield return new("input tokens", usage.PromptTokens!.Value - cached - written, rates.Input);
        yield return new("cached input tokens", cached, cacheIsCheaper ? rates.CachedInput : rates.Input);
        foreach (var (kind, tokens) in call.CacheWriteTokensByKind)
            yield return new($"cache writes of the kind '{kind}'", tokens, rates.CacheWriteByKind.TryGetValue(kind, out var rate) ? rate : null);
        yield return new("cache writes", written - call.CacheWriteTokensByKind.Values.Sum(), rates.CacheWrite);
        yield return new("output tokens", usage.CompletionTokens!.Value, rates.Output);
    }
}
