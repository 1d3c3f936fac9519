namespace JobWise.Llm.Wire;

/// <summary>The form of answer that the model can give, nearest to the one asked for: strict schema, best-effort schema, JSON object, text.</summary>
internal readonly record struct FormatChoice
{
    private static readonly LLMModelCapability[] JsonForms =
        [LLMModelCapability.JsonObject, LLMModelCapability.JsonSchema, LLMModelCapability.StrictJsonSchema];

    private const string JsonInstruction = "Answer with one JSON object and nothing else.";

    public LLMResponseFormatKind Kind { get; private init; }

    public bool Strict { get; private init; }

    public string? Instruction { get; private init; }

    /// <summary>Why less was asked for than the caller wanted; null when it was not.</summary>
    public string? SteppedDownBecause { get; private init; }

    /// <param name="request">Says which form is wanted.</param>
    /// <param name="model">What the catalogue knows; null is nothing.</param>
    /// <param name="rules">What the protocol and the model allow.</param>
    public static FormatChoice For(LLMRequest request, LLMModel? model, FormatRules rules)
    {
        if (request.ResponseFormat is not { Kind: not LLMResponseFormatKind.Text } wanted)
        {
            return default;
        }

        if (wanted.Kind == LLMResponseFormatKind.JsonSchema && Knows(model, LLMModelCapability.JsonSchema, LLMModelCapability.StrictJsonSchema))
        {
            var obstacle = wanted.Strict ? StrictObstacle(model, rules) : null;
            return new() { Kind = wanted.Kind, Strict = wanted.Strict && obstacle is null, SteppedDownBecause = obstacle };
        }

        return rules.HasJsonObject && Knows(model, LLMModelCapability.JsonObject)
            ? new() { Kind = LLMResponseFormatKind.JsonObject, Instruction = Describe(wanted), SteppedDownBecause = wanted.Kind == LLMResponseFormatKind.JsonObject ? null : Reason(model, "a JSON object is asked for, and the schema is described in the system message") }
            : new() { Instruction = Describe(wanted), SteppedDownBecause = Reason(model, "the form is described in the system message") };
    }

    /// <summary>Whether a guarantee that is asked for can be asked of the model.</summary>
    public static bool KnowsStrict(LLMModel? model) => Knows(model, LLMModelCapability.StrictJsonSchema);

    private static string? StrictObstacle(LLMModel? model, FormatRules rules) =>
        KnowsStrict(model) ? rules.StrictObstacle : $"The model '{model!.Id}' cannot guarantee a schema; it is sent as best effort.";

    // A model of which the catalogue names no form of JSON is trusted with what the caller asks of it: the list may be incomplete, and the
    // provider's own refusal is clear.
    private static bool Knows(LLMModel? model, params ReadOnlySpan<LLMModelCapability> any) =>
        model is null || !CanAny(model, JsonForms) || CanAny(model, any);

    private static bool CanAny(LLMModel model, ReadOnlySpan<LLMModelCapability> any)
    {
        foreach (var capability in any)
        {
            if (model.Can(capability))
            {
                return true;
            }
        }

        return false;
    }

    private static string Describe(LLMResponseFormat wanted) =>
        wanted.Schema is { } schema ? $"{JsonInstruction} It must follow this JSON schema: {schema.GetRawText()}" : JsonInstruction;

    private static string Reason(LLMModel? model, string instead) =>
        $"The model{(model is null ? string.Empty : $" '{model.Id}'")} does not take this response format; {instead}.";
}
