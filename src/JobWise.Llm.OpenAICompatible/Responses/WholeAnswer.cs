namespace JobWise.Llm.Wire;

/// <summary>Reads an answer that came whole, alone or on a line of a batch, and makes its message.</summary>
internal static class WholeAnswer
{
    /// <exception cref="WireFormatException">The body is empty, a page, or no JSON.</exception>
    public static void Read(ReadOnlySpan<byte> body, ChatPayload payload)
    {
        if (Bytes.FirstSign(body) is 0 or (byte)'<')
        {
            throw new WireFormatException(body.IsEmpty
                ? "The answer is empty."
                : "The answer is an HTML or XML page, not JSON. Check BaseUrl and any proxy on the way.");
        }

        ChatPayloadReader.Read(body, payload);
    }

    /// <exception cref="WireFormatException">The answer, which is no error, has no choice either.</exception>
    public static void RequireChoice(ChatPayload payload)
    {
        if (!payload.HasChoice)
        {
            throw new WireFormatException("The answer has no choices, so it holds no text.");
        }
    }

    public static LLMMessage ToMessage(ChatPayload payload)
    {
        List<LLMContentPart> parts = [];
        if (payload.Reasoning is { Length: > 0 } reasoning)
        {
            parts.Add(new LLMReasoningPart { Text = reasoning });
        }

        if (payload.Text is { Length: > 0 } text)
        {
            parts.Add(new LLMTextPart { Text = text });
        }

        if (payload.Refusal is { Length: > 0 } refusal)
        {
            parts.Add(new LLMTextPart { Text = refusal });
        }

        foreach (var call in payload.ToolCalls)
        {
            parts.Add(new LLMToolCallPart
            {
                Id = call.Id ?? string.Empty,
                Name = call.Name ?? string.Empty,
                Arguments = call.Arguments.Length == 0 ? "{}" : call.Arguments,
            });
        }

        return new LLMMessage { Role = LLMRole.Assistant, Parts = parts };
    }
}
