using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>One text of a request.</summary>
/// <param name="MessageIndex">Its message in the conversation, counted from 0.</param>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessageText(int MessageIndex, LLMRole Role, string Text)
{
    /// <summary>All texts of a request, those that tools returned included.</summary>
    public static IEnumerable<MessageText> AllOf(LLMRequest request) =>
        from message in request.GetConversation().Select((message, index) => (message.Role, message.Parts, Index: index))
        from part in message.Parts
        let text = TextOf(part)
        where text is not null
        select new MessageText(message.Index, message.Role, text);

    /// <summary>Null for a part that is no text.</summary>
    public static string? TextOf(LLMContentPart part) => part switch
    {
        LLMTextPart text => text.Text,
        LLMToolResultPart result => result.Text,
        _ => null,
    };

    /// <summary>How a message is called in the request.</summary>
    public static string NameOf(LLMRequest request, int messageIndex)
    {
        var index = messageIndex - (request.SystemMessage is null ? 0 : 1);
        return index < 0 ? "The SystemMessage"
            : request.Prompt is null ? $"Messages[{index}]"
            : "The Prompt";
    }
}
