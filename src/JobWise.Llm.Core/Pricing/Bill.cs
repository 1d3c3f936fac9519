namespace JobWise.Llm;

/// <summary>The tokens of a call by what they cost. A count of cached or written tokens that is missing counts as none.</summary>
internal sealed class Bill
{
    private readonly LLMUsage _usage;
    private readonly IReadOnlyDictionary<string, int> _writtenByKind;
    private readonly long _cached;
    private readonly long _written;
    private readonly long _writtenOfAKind;

    public Bill(LLMUsage usage, IReadOnlyDictionary<string, int> writtenByKind)
    {
        _usage = usage;
        _writtenByKind = writtenByKind;
        _cached = usage.CachedTokens ?? 0;
        _writtenOfAKind = writtenByKind.Values.Sum(tokens => (long)tokens);
        _written = usage.CacheWriteTokens ?? _writtenOfAKind;
    }

    /// <summary>Why the counts cannot be priced, or null when they can.</summary>
    public string? Contradiction()
    {
        if (_usage.PromptTokens is null)
            return "gave no count of input tokens";
        if (_usage.CompletionTokens is null)
            return "gave no count of output tokens";
        if (_usage.PromptTokens < 0 || _usage.CompletionTokens < 0 || _cached < 0 || _written < 0 || _writtenByKind.Values.Any(tokens => tokens < 0))
            return "gave a negative count of tokens";
        if (_cached + _written > _usage.PromptTokens)
            return "counts more cached than input tokens";
        return _writtenOfAKind > _written ? "counts more cache writes by kind than in all" : null;
    }

    /// <summary>The lines with a price each; call it only without a <see cref="Contradiction"/>.</summary>
    public IEnumerable<Charge> Lines(LLMTokenRates rates, bool cacheIsCheaper)
    {
        yield return new("input tokens", _usage.PromptTokens!.Value - _cached - _written, rates.Input);
        yield return new("cached input tokens", _cached, cacheIsCheaper ? rates.CachedInput : rates.Input);
        foreach (var (kind, tokens) in _writtenByKind)
            yield return new($"cache writes of the kind '{kind}'", tokens, rates.CacheWriteByKind.TryGetValue(kind, out var rate) ? rate : null);
        yield return new("cache writes", _written - _writtenOfAKind, rates.CacheWrite);
        yield return new("output tokens", _usage.CompletionTokens!.Value, rates.Output);
    }
}
