namespace JobWise.Llm;

/// <summary>The text of an answer and the pieces it is streamed in.</summary>
internal static class AnswerText
{
    public static string Of(MockAnswer answer) => answer switch
    {
        { Response: { } response } => response.Text,
        { Chunks: { } chunks } => string.Concat(chunks),
        { Text: { } text } => text,
        { ToolCalls.Count: > 0 } => string.Empty,
        _ => MockAnswer.DefaultText,
    };

    public static IEnumerable<string> ChunksOf(MockAnswer answer) => answer.Chunks ?? Words(Of(answer));

    /// <summary>Each word with the blanks that follow it, so that the pieces joined are the text.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]))
            {
                yield return text[start..i];
                start = i;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
