namespace JobWise.Llm;

/// <summary>
/// Decides whether a second ask fits the tokens of its call: what was used, plus the second prompt, plus the output cap, must stay within
/// <see cref="LLMCallOptions.MostTokens"/>.
/// </summary>
internal static class JsonBudget
{
    private const int DefaultMostTokens = 64_000;

    /// <summary>What the pipeline fills in where a request names no cap.</summary>
    private const int DefaultOutputCap = 2_000;

    /// <summary>Fewer than English has, so that the estimate errs upwards.</summary>
    private const int CharactersPerToken = 3;

    /// <summary>What one ask used: as the provider says, else estimated from the lengths of the texts.</summary>
    public static long TokensOf(LLMRequest request, LLMUsage? usage, string answer) =>
        usage?.TotalTokens ?? (usage?.PromptTokens + usage?.CompletionTokens) ?? EstimatePrompt(request) + Estimate(answer.Length);

    /// <summary>Why the second ask must not be made; null when it may.</summary>
    public static string? WhyNot(LLMRequest first, LLMUsage? usage, LLMRequest second)
    {
        var scope = first.Call.Scope!;
        var most = Math.Min(first.Call.MostTokens ?? int.MaxValue, scope.MostTokens ?? int.MaxValue) is var set and < int.MaxValue ? set : DefaultMostTokens;
        var added = EstimatePrompt(second) - EstimatePrompt(first);
        var next = (usage?.PromptTokens ?? EstimatePrompt(first)) + added + (first.MaxTokens ?? DefaultOutputCap);
        return scope.TokensUsed + next <= most
            ? null
            : $"It was not sent back: the call has used {scope.TokensUsed} tokens and a second ask may use {next} more, which is above {most}. "
                + "Raise LLMCallOptions.MostTokens, or lower MaxTokens.";
    }

    private static long EstimatePrompt(LLMRequest request) => Estimate(
        request.GetConversation().Sum(message => message.Parts.Sum(LengthOf)) + (request.ResponseFormat?.Schema?.GetRawText().Length ?? 0));

    private static long LengthOf(LLMContentPart part) => part switch
    {
        LLMTextPart text => text.Text.Length,
        LLMToolResultPart result => result.Text.Length,
        LLMToolCallPart call => call.Arguments.Length,
        _ => 0,
    };

    private static long Estimate(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
