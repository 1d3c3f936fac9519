namespace JobWise.Llm;

/// <summary>The words of a conversation: texts and tool results, the system message included.</summary>
internal static class ConversationText
{
    public static bool Contains(LLMRequest request, string keyword) =>
        Pieces(request).Any(piece => piece.Contains(keyword, StringComparison.OrdinalIgnoreCase));

    public static int Length(LLMRequest request) => Pieces(request).Sum(piece => piece.Length);

    public static IEnumerable<string> Pieces(LLMRequest request) =>
        request.GetConversation().SelectMany(message => message.Parts).Select(TextOf).OfType<string>();

    private static string? TextOf(LLMContentPart part) => part switch
    {
        LLMTextPart text => text.Text,
        LLMToolResultPart result => result.Text,
        _ => null,
    };
}
