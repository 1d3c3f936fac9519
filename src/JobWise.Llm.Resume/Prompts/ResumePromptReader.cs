namespace JobWise.Llm.Resume;

/// <summary>Takes the data out of a prompt of this package again: for scripted models in tests and samples.</summary>
public static class ResumePromptReader
{
    /// <summary>The content of a slot, or null when the request carries no such slot.</summary>
    /// <param name="request">A request of the resume pipeline; its <see cref="LLMRequest.Workflow"/> says which stage it is.</param>
    /// <param name="slot">One of <see cref="ResumePromptSlots"/>.</param>
    public static string? Read(LLMRequest request, string slot)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(slot);
        return request.GetConversation().Where(message => message.Role == LLMRole.User).Select(message => Read(message.Text, slot)).FirstOrDefault(text => text is not null);
    }

    // The first opening mark at the start of a line is ours: the slots before it hold JSON on one line.
    private static string? Read(string prompt, string slot)
    {
        var opening = $"\n{PromptSlot.Opening}{slot} ";
        var text = $"\n{prompt}";
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var lineEnd = text.IndexOf('\n', start + opening.Length);
        if (lineEnd < 0)
            return null;
        var mark = text[(start + opening.Length)..lineEnd];
        var end = text.IndexOf($"\n{slot} {mark}{PromptSlot.Closing}", lineEnd, StringComparison.Ordinal);
        return end < 0 ? null : text[(lineEnd + 1)..Math.Max(lineEnd + 1, end)];
    }
}
