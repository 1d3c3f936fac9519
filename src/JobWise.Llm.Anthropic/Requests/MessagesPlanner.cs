namespace JobWise.Llm.Wire;

/// <summary>Decides what of a request is sent and what is reported as not done.</summary>
/// <param name="findModel">What the catalogue knows about a model; null is nothing.</param>
internal sealed class MessagesPlanner(Func<string, LLMModel?> findModel)
{
    private static readonly string[] OwnFields = ["model", "messages", "system", "stream"];

    public MessagesPlan Plan(LLMRequest request, string model, AnthropicPromptCache promptCache)
    {
        LLMRequestRules.ThrowIfInvalid(request);
        RequestFields.RefuseOwn(request, OwnFields);
        var messages = request.GetConversation();
        var known = findModel(model);
        var rule = ModelRules.For(model);
        var thinking = Thinking.For(request.ReasoningEffort, rule, model);
        var sampling = Sampling.For(request, rule.TakesSampling && thinking.Mode != "adaptive", model);
        var format = FormatChoice.For(request, known, default);
        var tools = ToolUse.For(request, rule, known, model);
        return new MessagesPlan
        {
            Request = request,
            Model = model,
            System = Turns.SystemOf(messages),
            Instruction = format.Instruction,
            Turns = Turns.Of(messages),
            MaxTokens = OutputCap.For(request, known),
            Temperature = sampling.Temperature,
            TopP = sampling.TopP,
            Thinking = thinking,
            ToolChoice = tools.Choice,
            StrictTools = tools.Strict,
            HasSchema = format.Kind == LLMResponseFormatKind.JsonSchema,
            PromptCache = promptCache,
            Warnings = [.. sampling.Warnings, .. tools.Warnings, .. Others(request, thinking, format, messages)],
        };
    }

    private static IEnumerable<LLMWarning> Others(LLMRequest request, Thinking thinking, FormatChoice format, IReadOnlyList<LLMMessage> messages)
    {
        if (request.Seed is not null)
        {
            yield return RequestWarning.Ignored(nameof(LLMRequest.Seed), "Anthropic takes no seed.");
        }

        if (thinking.NotDoneBecause is { } because)
        {
            yield return RequestWarning.Ignored(nameof(LLMRequest.ReasoningEffort), because);
        }

        if (format.SteppedDownBecause is { } weaker)
        {
            yield return RequestWarning.SteppedDown(weaker);
        }

        if (messages.Any(message => message.Parts.Any(part => part is LLMReasoningPart reasoning && !ReasoningBlock.IsOwn(reasoning))))
        {
            yield return RequestWarning.Ignored(nameof(LLMRequest.Messages), "Anthropic takes back no reasoning of another provider; it was left out.");
        }
    }
}
