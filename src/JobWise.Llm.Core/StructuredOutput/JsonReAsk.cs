namespace JobWise.Llm;

/// <summary>Builds the second ask: the conversation, the answer that was no good, and its errors.</summary>
internal static class JsonReAsk
{
    private const int MostErrors = 10;

    public static LLMRequest Of(LLMRequest request, string rejected, IReadOnlyList<string> errors) => request with
    {
        Prompt = null,
        SystemMessage = null,
        Messages = [.. request.GetConversation(), LLMMessage.Assistant(rejected), LLMMessage.User(Explain(errors))],
    };

    private static string Explain(IReadOnlyList<string> errors) =>
        "Your JSON cannot be used:\n- " + string.Join("\n- ", errors.Take(MostErrors))
        + "\nSend the whole JSON again with only these points changed, and nothing around it.";
}
