namespace JobWise.Llm.Wire;

/// <summary>The rules of the models, as Anthropic's documents of November 2026 give them.</summary>
internal static class ModelRules
{
    private static readonly ModelRule[] Rules =
    [
        new() { Prefix = "claude-fable-5-1", CanStopThinking = false, TakesForcedTools = false },
        new() { Prefix = "claude-mythos-5-1", CanStopThinking = false, TakesForcedTools = false },
        new() { Prefix = "claude-opus-5-5", CanStopThinking = false, TakesForcedTools = false },
        new() { Prefix = "claude-sonnet-5-5", CanStopThinking = false, TakesForcedTools = false },
        new() { Prefix = "claude-fable", CanStopThinking = false },
        new() { Prefix = "claude-mythos", CanStopThinking = false },
        new() { Prefix = "claude-opus-4-8", ThinksOnRequest = true },
        new() { Prefix = "claude-opus-4-7", ThinksOnRequest = true },
        new() { Prefix = "claude-opus-4-6", ThinksOnRequest = true, TakesSampling = true },
        new() { Prefix = "claude-sonnet-4-6", ThinksOnRequest = true, TakesSampling = true },
        new() { Prefix = "claude-opus-4-5", TakesSampling = true },
        new() { Prefix = "claude-opus-4", TakesSampling = true, TakesEffort = false },
        new() { Prefix = "claude-sonnet-4", TakesSampling = true, TakesEffort = false },
        new() { Prefix = "claude-haiku-4", TakesSampling = true, TakesEffort = false },
        new() { Prefix = "claude-3", TakesSampling = true, TakesEffort = false },
    ];

    // Since Opus 4.7 every new model refuses sampling: one that is not listed here is taken for a new one.
    private static readonly ModelRule Newest = new() { Prefix = string.Empty };

    /// <summary>The first rule that fits.</summary>
    public static ModelRule For(string model) =>
        Array.Find(Rules, rule => model.StartsWith(rule.Prefix, StringComparison.OrdinalIgnoreCase)) ?? Newest;
}
