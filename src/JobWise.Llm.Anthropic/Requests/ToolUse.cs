namespace JobWise.Llm.Wire;

/// <summary>How the tools of a request may be used.</summary>
internal sealed record ToolUse
{
    public LLMToolChoice? Choice { get; private init; }

    public bool Strict { get; private init; }

    public IReadOnlyList<LLMWarning> Warnings { get; private init; } = [];

    public static ToolUse For(LLMRequest request, ModelRule rule, LLMModel? known, string model)
    {
        var isForced = request.ToolChoice is { } choice && choice != LLMToolChoice.Auto && choice != LLMToolChoice.None;
        var mayForce = !isForced || rule.TakesForcedTools;
        var isStrict = FormatChoice.KnowsStrict(known);
        List<LLMWarning> warnings = [];
        if (!mayForce)
        {
            warnings.Add(RequestWarning.Ignored(
                nameof(LLMRequest.ToolChoice), $"The model '{model}' cannot be made to call a tool; it was left to choose. Ask for the tool in the prompt."));
        }

        if (!isStrict && request.Tools.Any(tool => tool.Strict))
        {
            warnings.Add(RequestWarning.Ignored(
                nameof(LLMRequest.Tools), $"The model '{model}' cannot guarantee the arguments of tools; they are asked for as best effort."));
        }

        return new ToolUse { Choice = mayForce ? request.ToolChoice : LLMToolChoice.Auto, Strict = isStrict, Warnings = warnings };
    }
}
