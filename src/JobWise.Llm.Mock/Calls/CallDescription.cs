namespace JobWise.Llm;

/// <summary>Puts a call on one line.</summary>
internal static class CallDescription
{
    private const int MostCharactersShown = 200;

    public static string Of(MockCall call, bool showText)
    {
        var request = call.Request;
        var line = $"{(call.IsStreamed ? "stream" : "call")}, model {request.Model ?? "(default)"}, workflow {request.Workflow ?? "(none)"}, "
            + $"messages {request.GetConversation().Count}, characters {ConversationText.Length(request)}, {call.Outcome}";
        return showText ? $"{line}, text \"{Start(request)}\"" : line;
    }

    public static string OfAll(IReadOnlyList<MockCall> calls, bool showText) => calls.Count == 0
        ? "No calls were made."
        : string.Join(Environment.NewLine, calls.Select((call, index) => $"  {index + 1}. {Of(call, showText)}").Prepend("Calls made:"));

    private static string Start(LLMRequest request)
    {
        var text = string.Join(" | ", ConversationText.Pieces(request));
        return text.Length <= MostCharactersShown ? text : $"{text[..MostCharactersShown]}…";
    }
}
