using System.Buffers;
using System.Text.RegularExpressions;

namespace JobWise.Llm.Samples.Terms;

/// <summary>One word of a text with what stands before it.</summary>
/// <param name="Text">Without the punctuation around it.</param>
/// <param name="Start">Its place in the text.</param>
/// <param name="BeginsClause">Whether a sentence, a line or a clause begins with it, so that its capital and its neighbour mean nothing.</param>
/// <param name="BeginsSentence">Whether a sentence or a line begins with it.</param>
internal sealed partial record Token(string Text, int Start, bool BeginsClause, bool BeginsSentence)
{
    private const int ShortestAlternative = 4;
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".:!?•#*|");

    public bool IsStopWord => StopWords.Contains(Text) || Text.Length < 2;

    /// <summary>A capital inside, a digit, or one of the signs that names of technology carry; "CI/CD", "C#", "OAuth2", "SQL".</summary>
    public bool LooksLikeName =>
        Text.Skip(1).Any(char.IsUpper) || (char.IsLetter(Text[0]) && Text.Any(character => char.IsDigit(character) || character is '+' or '#'));

    public bool IsCapitalised => char.IsUpper(Text[0]);

    public static IReadOnlyList<Token> Split(string text)
    {
        List<Token> tokens = [];
        var end = 0;
        foreach (Match match in Words().Matches(text))
        {
            var between = text.AsSpan(end, match.Index - end);
            var beginsSentence = tokens.Count == 0 || between.ContainsAny(SentenceMarks) || BreaksLine(between, match.ValueSpan);
            tokens.AddRange(Alternatives(match, beginsSentence || between.ContainsAnyExcept(' '), beginsSentence));
            end = match.Index + match.Length;
        }

        return tokens;
    }

    /// <summary>"React/TypeScript" names two things; "CI/CD" and "UI/UX" name one.</summary>
    private static IEnumerable<Token> Alternatives(Match match, bool beginsClause, bool beginsSentence)
    {
        var parts = match.Value.Split('/');
        if (parts.Length == 1 || parts.Any(part => part.Length < ShortestAlternative))
        {
            yield return new Token(match.Value, match.Index, beginsClause, beginsSentence);
            yield break;
        }

        var start = match.Index;
        foreach (var part in parts)
        {
            yield return new Token(part, start, beginsClause || start > match.Index, beginsSentence && start == match.Index);
            start += part.Length + 1;
        }
    }

    /// <summary>A line that was only wrapped goes on in lower case and without a mark in front.</summary>
    private static bool BreaksLine(ReadOnlySpan<char> between, ReadOnlySpan<char> next) =>
        between.Contains('\n') && (char.IsUpper(next[0]) || between.Count('\n') > 1 || !between.IsWhiteSpace());

    [GeneratedRegex(@"[\p{L}\p{N}](?:[\p{L}\p{N}+#]|[./&'’-](?=[\p{L}\p{N}]))*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Words();
}
