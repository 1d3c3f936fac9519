namespace JobWise.Llm.Pipeline;

/// <summary>Cleans the texts of an answer; reasoning and tool calls stay as they came, since providers sign and parse them.</summary>
internal static class OutputMessage
{
    /// <summary>The same message where nothing changes.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="guards">What to do.</param>
    /// <param name="removed">How many characters other than outer white space went.</param>
    public static LLMMessage Clean(LLMMessage message, in GuardrailSettings guards, out int removed)
    {
        LLMContentPart[]? changed = null;
        removed = 0;
        var (first, last) = EndsOf(message.Parts);
        for (var i = first; i <= last && i >= 0; i++)
        {
            if (message.Parts[i] is not LLMTextPart { Text: var text } part)
            {
                continue;
            }

            var clean = guards.CleanOutput ? OutputText.Clean(text) : text;
            removed += text.Length - clean.Length;
            clean = guards.TrimOutput && i == first ? clean.TrimStart() : clean;
            clean = guards.TrimOutput && i == last ? clean.TrimEnd() : clean;
            if (!ReferenceEquals(clean, text))
            {
                changed ??= [.. message.Parts];
                changed[i] = part with { Text = clean };
            }
        }

        return changed is null ? message : message with { Parts = changed };
    }

    /// <summary>The first and the last part that is text; -1 where none is.</summary>
    private static (int First, int Last) EndsOf(IReadOnlyList<LLMContentPart> parts)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is LLMTextPart)
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }

        return (first, last);
    }
}
