namespace JobWise.Llm.Pipeline;

/// <summary>The canonical form of one message with all its parts.</summary>
internal static class MessageForm
{
    private const byte Text = 1;
    private const byte Image = 2;
    private const byte ToolCall = 3;
    private const byte ToolResult = 4;
    private const byte Reasoning = 5;

    public static void Write(FormHasher hasher, LLMMessage message)
    {
        hasher.Write(message.Role.Value);
        hasher.Write(message.Parts.Count);
        for (var i = 0; i < message.Parts.Count; i++)
        {
            Write(hasher, message.Parts[i]);
        }
    }

    /// <summary>The same as a message of one text part, without making one.</summary>
    public static void WriteText(FormHasher hasher, LLMRole role, string text)
    {
        hasher.Write(role.Value);
        hasher.Write(1);
        hasher.Write(Text);
        hasher.Write(text);
    }

    private static void Write(FormHasher hasher, LLMContentPart part)
    {
        switch (part)
        {
            case LLMTextPart text:
                hasher.Write(Text);
                hasher.Write(text.Text);
                break;
            case LLMImagePart image:
                hasher.Write(Image);
                hasher.Write(image.Url?.OriginalString);
                hasher.Write(image.Bytes.Span);
                hasher.Write(image.MediaType);
                break;
            case LLMToolCallPart call:
                hasher.Write(ToolCall);
                hasher.Write(call.Id);
                hasher.Write(call.Name);
                hasher.Write(call.Arguments);
                break;
            case LLMToolResultPart result:
                hasher.Write(ToolResult);
                hasher.Write(result.CallId);
                hasher.Write(result.Text);
                break;
            case LLMReasoningPart reasoning:
                hasher.Write(Reasoning);
                hasher.Write(reasoning.Text);
                JsonForm.Write(hasher, reasoning.ProviderBlob);
                break;
            default:
                // A test holds that every kind is above: a part that is not in the key would be answered with another's answer.
                throw new NotSupportedException($"The cache key does not know parts of the type {part.GetType().Name}. Turn the cache off for such calls.");
        }
    }
}
