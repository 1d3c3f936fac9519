namespace JobWise.Llm.Wire;

/// <summary>Brings a conversation into the form of the protocol: the system messages apart, and turns of alternating roles.</summary>
internal static class Turns
{
    /// <summary>All system messages as one text; null when there is none.</summary>
    public static string? SystemOf(IReadOnlyList<LLMMessage> messages)
    {
        var texts = messages.Where(message => message.Role == LLMRole.System).Select(message => message.Text).Where(text => !string.IsNullOrWhiteSpace(text));
        var joined = string.Join("\n\n", texts);
        return joined.Length == 0 ? null : joined;
    }

    public static IReadOnlyList<Turn> Of(IReadOnlyList<LLMMessage> messages)
    {
        List<Turn> turns = [];
        foreach (var message in messages)
        {
            if (message.Role == LLMRole.System || Sendable(message) is not { } parts)
            {
                continue;
            }

            var role = message.Role == LLMRole.Tool ? LLMRole.User : message.Role;
            if (turns is [.., { } last] && last.Role == role.Value)
            {
                turns[^1] = new Turn { Role = role.Value, Parts = ResultsFirst([.. last.Parts, .. parts]) };
            }
            else
            {
                turns.Add(new Turn { Role = role.Value, Parts = ResultsFirst(parts) });
            }
        }

        return turns;
    }

    // The API refuses a text block without a letter, and an answer without any block. A user's empty prompt goes out as it is: its own refusal is clear.
    private static IReadOnlyList<LLMContentPart>? Sendable(LLMMessage message)
    {
        LLMContentPart[] parts = [.. message.Parts.Where(IsSendable)];
        return parts.Length > 0 ? parts : message.Role == LLMRole.Assistant ? null : message.Parts;
    }

    private static bool IsSendable(LLMContentPart part) => part switch
    {
        LLMTextPart text => !string.IsNullOrWhiteSpace(text.Text),
        LLMReasoningPart reasoning => ReasoningBlock.IsOwn(reasoning),
        _ => true,
    };

    // The results of tools must come before anything else that the user says.
    private static IReadOnlyList<LLMContentPart> ResultsFirst(IReadOnlyList<LLMContentPart> parts) =>
        parts.Any(part => part is LLMToolResultPart) ? [.. parts.OrderBy(part => part is LLMToolResultPart ? 0 : 1)] : parts;
}
