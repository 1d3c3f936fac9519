namespace JobWise.Llm.Wire;

/// <summary>Makes the message of an answer that came whole.</summary>
internal static class WholeAnswer
{
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
