namespace JobWise.Llm;

/// <summary>Counts one token for each four characters, rounded up: near enough for tests of budgets and prices, and always the same.</summary>
internal static class TokenEstimate
{
    private const int CharactersPerToken = 4;

    public static LLMUsage Of(LLMRequest request, LLMMessage answer)
    {
        var prompt = Tokens(ConversationText.Length(request));
        var reasoning = Tokens(answer.Parts.OfType<LLMReasoningPart>().Sum(part => part.Text.Length));
        var completion = reasoning + Tokens(answer.Text.Length) + Tokens(answer.ToolCalls.Sum(call => call.Name.Length + call.Arguments.Length));
        return new LLMUsage
        {
            PromptTokens = prompt,
            CompletionTokens = completion,
            ReasoningTokens = reasoning == 0 ? null : reasoning,
            TotalTokens = prompt + completion,
            IsEstimated = true,
        };
    }

    private static int Tokens(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
