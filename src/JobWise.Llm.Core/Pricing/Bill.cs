namespace JobWise.Llm;

/// <summary>The tokens of a call by what they cost. A count of cached or written tokens that is missing counts as none.</summary>
internal readonly struct Bill
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
        _writtenOfAKind = writtenByKind.Count == 0 ? 0 : writtenByKind.Values.Sum(tokens => (long)tokens);
        _written = usage.CacheWriteTokens ?? _writtenOfAKind;
    }

    /// <summary>Why the counts cannot be priced, or null when they can.</summary>
    public string? Contradiction()
    {
        if (_usage.PromptTokens is null)
            return "gave no count of input tokens";
        if (_usage.CompletionTokens is null)
            return "gave no count of output tokens";
        if (_usage.PromptTokens < 0 || _usage.CompletionTokens < 0 || _cached < 0 || _written < 0 || (_writtenByKind.Count > 0 && _writtenByKind.Values.Any(tokens => tokens < 0)))
            return "gave a negative count of tokens";
        if (_cached + _written > _usage.PromptTokens)
            return "counts more cached than input tokens";
        return _writtenOfAKind > _written ? "counts more cache writes by kind than in all" : null;
    }

    /// <summary>Whether the reasoning, where it has a price of its own, cannot be told from the rest of the output.</summary>
    public bool ContradictsReasoning(LLMTokenRates rates) =>
        rates.Reasoning is not null && (_usage.ReasoningTokens < 0 || _usage.ReasoningTokens > _usage.CompletionTokens);

    /// <summary>The sum of all lines per million tokens; call it only without a <see cref="Contradiction"/>.</summary>
    /// <param name="rates">The price of each kind.</param>
    /// <param name="cacheIsCheaper">Whether cached input has a rate of its own here.</param>
    /// <param name="unpriced">The first kind of tokens that has no rate; null when the sum is known.</param>
    public decimal Sum(LLMTokenRates rates, bool cacheIsCheaper, out string? unpriced)
    {
        unpriced = null;
        var sum = Charge(_usage.PromptTokens!.Value - _cached - _written, rates.Input, "input tokens", ref unpriced)
            + Charge(_cached, cacheIsCheaper ? rates.CachedInput : rates.Input, "cached input tokens", ref unpriced);
        if (_writtenByKind.Count > 0)
        {
            sum += SumByKind(rates, ref unpriced);
        }

        return sum
            + Charge(_written - _writtenOfAKind, rates.CacheWrite, "cache writes", ref unpriced)
            + Output(rates, ref unpriced);
    }

    private decimal Output(LLMTokenRates rates, ref string? unpriced)
    {
        var reasoning = rates.Reasoning is null ? 0 : _usage.ReasoningTokens ?? 0;
        return Charge(_usage.CompletionTokens!.Value - reasoning, rates.Output, "output tokens", ref unpriced)
            + Charge(reasoning, rates.Reasoning, "reasoning tokens", ref unpriced);
    }

    private decimal SumByKind(LLMTokenRates rates, ref string? unpriced)
    {
        decimal sum = 0;
        foreach (var (kind, tokens) in _writtenByKind)
        {
            sum += Charge(tokens, rates.CacheWriteByKind.TryGetValue(kind, out var rate) ? rate : null, $"cache writes of the kind '{kind}'", ref unpriced);
        }

        return sum;
    }

    private static decimal Charge(long tokens, decimal? perMillion, string what, ref string? unpriced)
    {
        if (tokens == 0)
        {
            return 0;
        }

        unpriced ??= perMillion is null ? what : null;
        return tokens * perMillion.GetValueOrDefault();
    }
}
