namespace JobWise.Llm.Wire;

/// <summary>Decides what of a request is sent and what is reported as not done.</summary>
/// <param name="dialect">The vendor's rules.</param>
/// <param name="findModel">What the catalogue knows about a model of this vendor; null is nothing.</param>
internal sealed class RequestPlanner(OpenAIDialect dialect, Func<string, LLMModel?> findModel)
{
    private static readonly string[] OwnFields = ["model", "messages", "stream"];

    public RequestPlan Plan(LLMRequest request, string model, bool stream)
    {
        LLMRequestRules.ThrowIfInvalid(request);
        RequestFields.RefuseOwn(request, OwnFields);
        var rule = dialect.RuleFor(model);
        var format = FormatChoice.For(
            request,
            request.ResponseFormat is null ? null : findModel(model),
            new FormatRules { HasJsonObject = true, StrictObstacle = StrictObstacle(request, stream, rule) });
        var messages = request.GetConversation();
        return new RequestPlan
        {
            Request = request,
            Model = model,
            Messages = messages,
            Stream = stream,
            Temperature = rule is { FixedSampling: true } ? null : request.Temperature,
            TopP = rule is { FixedSampling: true } ? null : request.TopP,
            ReasoningEffort = TakesEffort(rule, request.ReasoningEffort) ? request.ReasoningEffort : null,
            Format = format.Kind,
            Strict = format.Strict,
            Instruction = dialect.NeedsJsonWord || format.Kind != LLMResponseFormatKind.JsonObject || format.SteppedDownBecause is not null
                ? InstructionFor(format, messages)
                : null,
            Warnings = Warnings(request, model, rule, format, messages),
        };
    }

    private static string? StrictObstacle(LLMRequest request, bool stream, OpenAIModelRule? rule) => rule switch
    {
        { StrictSchemaStreams: false } when stream => "The model cannot guarantee a schema while streaming; it is sent as best effort.",
        { StrictSchemaWithTools: false } when request.Tools.Count > 0 => "The model cannot guarantee a schema beside tools; it is sent as best effort.",
        _ => null,
    };

    private static string? InstructionFor(FormatChoice format, IReadOnlyList<LLMMessage> messages) =>
        format is { Kind: LLMResponseFormatKind.JsonObject, SteppedDownBecause: null } && messages.Any(MentionsJson) ? null : format.Instruction;

    private static bool MentionsJson(LLMMessage message) => message.Text.Contains("json", StringComparison.OrdinalIgnoreCase);

    private static bool TakesEffort(OpenAIModelRule? rule, LLMReasoningEffort? effort) =>
        effort is not { } wanted || rule?.ReasoningEfforts is not { } taken || taken.Contains(wanted.Value, StringComparer.OrdinalIgnoreCase);

    private List<LLMWarning> Warnings(
        LLMRequest request, string model, OpenAIModelRule? rule, FormatChoice format, IReadOnlyList<LLMMessage> messages)
    {
        List<LLMWarning> warnings = [];
        var isTemperatureExplicit = (request.Call.Defaulted & LLMDefaultedOptions.Temperature) == LLMDefaultedOptions.None;
        if (rule is { FixedSampling: true } && request.Temperature is not null && isTemperatureExplicit)
        {
            warnings.Add(RequestWarning.Ignored(nameof(LLMRequest.Temperature), $"The model '{model}' takes only its default temperature."));
        }

        if (rule is { FixedSampling: true } && request.TopP is not null)
        {
            warnings.Add(RequestWarning.Ignored(nameof(LLMRequest.TopP), $"The model '{model}' takes only its default top-p."));
        }

        if (!TakesEffort(rule, request.ReasoningEffort))
        {
            warnings.Add(RequestWarning.Ignored(
                nameof(LLMRequest.ReasoningEffort),
                $"The model '{model}' takes {string.Join(", ", rule!.ReasoningEfforts!)}, but not '{request.ReasoningEffort}'."));
        }

        if (format.SteppedDownBecause is { } because)
        {
            warnings.Add(RequestWarning.SteppedDown(because));
        }

        if (dialect.ReasoningField is null && messages.Any(message => message.Parts.Any(part => part is LLMReasoningPart)))
        {
            warnings.Add(RequestWarning.Ignored(nameof(LLMRequest.Messages), $"{dialect.ProviderName} takes no earlier reasoning back; it was left out."));
        }

        return warnings;
    }
}
