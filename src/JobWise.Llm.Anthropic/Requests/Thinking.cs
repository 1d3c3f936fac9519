namespace JobWise.Llm.Wire;

/// <summary>How the model is asked to think.</summary>
/// <param name="Mode">The value of <c>thinking.type</c>; null leaves the field out.</param>
/// <param name="Effort">The value of <c>output_config.effort</c>; null leaves the field out.</param>
/// <param name="NotDoneBecause">Why what the caller asked for is not sent; null when it is.</param>
internal readonly record struct Thinking(string? Mode, string? Effort, string? NotDoneBecause = null)
{
    public static Thinking For(LLMReasoningEffort? wanted, ModelRule rule, string model) => wanted switch
    {
        null => default,
        { } effort when effort == LLMReasoningEffort.None => Off(rule, model),
        _ when !rule.TakesEffort => new(null, null, $"The model '{model}' takes no reasoning effort. Set the field 'thinking' in ExtraFields instead."),
        { } effort => new(rule.ThinksOnRequest ? "adaptive" : null, effort.Value),
    };

    private static Thinking Off(ModelRule rule, string model) => rule switch
    {
        { CanStopThinking: false } => new(null, null, $"The model '{model}' always thinks. Ask for a low effort, or take another model."),
        { ThinksOnRequest: true } or { TakesEffort: false } => default,
        _ => new("disabled", null),
    };
}
