namespace JobWise.Llm;

/// <summary>Builds the second ask: the conversation, the answer that was no good, and its errors, all of them short.</summary>
internal static class JsonReAsk
{
    private const int MostErrors = 5;
    private const int LongestError = 200;
    private const int LongestAnswer = 8_000;

    public static LLMRequest Of(LLMRequest request, string rejected, IReadOnlyList<string> errors)
    {
        // A turn without text is refused by some providers.
        LLMMessage[] answer = string.IsNullOrWhiteSpace(rejected) ? [] : [LLMMessage.Assistant(Shorten(rejected, LongestAnswer))];
        return request with
        {
            Prompt = null,
            SystemMessage = null,
            Messages = [.. request.GetConversation(), .. answer, LLMMessage.User(Explain(errors))],
            // Whoever has begun is finished before the next begins.
            Call = request.Call with { Priority = request.Call.Priority + 1 },
        };
    }

    private static string Explain(IReadOnlyList<string> errors)
    {
        var more = errors.Count > MostErrors ? $"\n- and {errors.Count - MostErrors} more" : string.Empty;
        return "Your JSON cannot be used:\n- " + string.Join("\n- ", errors.Take(MostErrors).Select(error => Shorten(error, LongestError))) + more
            + "\nSend the whole JSON again with only these points changed, and nothing around it.";
    }

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Not between the halves of a character.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + " […]";
    }
}
