namespace JobWise.Llm;

/// <summary>Lays an entry over a model: what the entry leaves out stays.</summary>
internal static class ModelMerge
{
    public static LLMModel Apply(LLMModel? known, LLMModelEntry entry, Func<string, string> source)
    {
        var model = known ?? new LLMModel { Provider = entry.Provider!, Id = entry.Id! };
        return model with
        {
            ContextWindow = entry.ContextWindow ?? model.ContextWindow,
            MaxOutputTokens = entry.MaxOutputTokens ?? model.MaxOutputTokens,
            TokensPerSecond = entry.TokensPerSecond ?? model.TokensPerSecond,
            Capabilities = entry.Capabilities is { } names ? [.. names.Select(name => new LLMModelCapability(name))] : model.Capabilities,
            Retirement = MergeRetirement(model.Retirement, entry, source),
            Source = entry.Source is { } from ? source(from) : model.Source,
        };
    }

    private static LLMModelRetirement? MergeRetirement(LLMModelRetirement? known, LLMModelEntry entry, Func<string, string> source)
    {
        if (entry.Retired == false || (known is null && entry.Retired is null && entry.RetiredOn is null))
            return null;
        known ??= new LLMModelRetirement();
        return known with
        {
            RetiredOn = entry.RetiredOn ?? known.RetiredOn,
            Replacement = entry.Replacement ?? known.Replacement,
            Note = entry.RetirementNote ?? known.Note,
            Source = entry.RetirementSource is { } from ? source(from) : known.Source,
        };
    }
}
