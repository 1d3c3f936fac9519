using System.Text;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Turns folded text into words with one space between them. The end of a sentence or of a list item becomes a word of its own, a full stop,
/// so that no rule reaches from one sentence into the next; so does a quotation mark.
/// </summary>
internal static class PlainWords
{
    private const string SentenceEnd = ".";
    private const string Quote = "\"";

    public static string Of(string folded)
    {
        var words = new StringBuilder(folded.Length + 16);
        for (var i = 0; i < folded.Length; i++)
        {
            var letter = folded[i];
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter == '_')
            {
                words.Append(letter);
            }
            else if (EndsSentence(folded, i))
            {
                AppendMark(words, SentenceEnd);
            }
            else if (letter is '"' or '`')
            {
                AppendMark(words, Quote);
            }
            else
            {
                AppendSpace(words);
            }
        }

        return words.ToString();
    }

    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        ';' or '\u3002' or '\uFF61' => true,
        '.' or '!' or '?' => at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]),
        '\n' => at + 1 < text.Length && text[at + 1] is '\n' or '\r' or '-' or '*' or '#' or '|' or '>',
        _ => false,
    };

    private static void AppendMark(StringBuilder words, string mark)
    {
        AppendSpace(words);
        words.Append(mark).Append(' ');
    }

    private static void AppendSpace(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != ' ')
        {
            words.Append(' ');
        }
    }
}
