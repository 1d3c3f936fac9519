using System.Text.RegularExpressions;

namespace JobWise.Llm.Samples.Terms;

/// <summary>Finds what a posting asks for: names first, then phrases and words that it repeats.</summary>
internal static partial class PostingTerms
{
    private const int Most = 40;
    private const int LongestPhrase = 3;
    private const int LongWord = 9;

    public static IReadOnlyList<Term> Find(string text)
    {
        var posting = Addresses().Replace(text, address => new string(' ', address.Length));
        var tokens = Token.Split(posting);
        var wishes = new Wishes(posting);
        var candidates = NamesIn(tokens).Concat(PhrasesIn(tokens)).Concat(WordsIn(tokens));
        return
        [
            .. candidates
                .GroupBy(candidate => Key(candidate.Text))
                .Select(group => new Term(
                    group.First().Text,
                    group.Max(candidate => candidate.Weight) * (1 + Math.Log(group.Count())),
                    group.Any(candidate => candidate.IsName),
                    group.All(candidate => wishes.Cover(candidate.Start))))
                .OrderByDescending(term => term.Weight)
                .ThenBy(term => term.Text, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    private static string Key(string text) => string.Join(' ', Token.Split(text).Select(token => WordForm.Of(token.Text)));

    /// <summary>Runs of capitalised words, such as "Google Analytics", and single words that look like names; not the title of the job.</summary>
    private static IEnumerable<Candidate> NamesIn(IReadOnlyList<Token> tokens)
    {
        for (var first = 0; first < tokens.Count; first++)
        {
            if (!BeginsName(tokens[first]))
                continue;
            var last = first;
            while (last + 1 < tokens.Count && last - first + 1 < LongestPhrase && ContinuesName(tokens[last + 1]))
                last++;
            if (!JobTitles.EndWith(tokens[last].Text))
                yield return Join(tokens, first, last, weight: 3, isName: true);
            first = last;
        }
    }

    private static bool BeginsName(Token token) =>
        !token.IsStopWord && (token.LooksLikeName || (token.IsCapitalised && !token.BeginsSentence));

    private static bool ContinuesName(Token token) => !token.BeginsClause && BeginsName(token);

    /// <summary>Two plain words that stand side by side more than once.</summary>
    private static IEnumerable<Candidate> PhrasesIn(IReadOnlyList<Token> tokens) =>
        Enumerable.Range(1, Math.Max(0, tokens.Count - 1))
            .Where(at => !tokens[at].BeginsClause && IsPlain(tokens[at - 1]) && IsPlain(tokens[at]))
            .Select(at => Join(tokens, at - 1, at, weight: 1.5, isName: false))
            .GroupBy(phrase => Key(phrase.Text))
            .Where(group => group.Skip(1).Any())
            .SelectMany(group => group);

    /// <summary>Plain words that the posting repeats, and long ones, which are seldom said by the way.</summary>
    private static IEnumerable<Candidate> WordsIn(IReadOnlyList<Token> tokens) =>
        tokens.Where(IsPlain)
            .Select(token => new Candidate(token.Text, token.Start, Weight: 0.7, IsName: false))
            .GroupBy(word => WordForm.Of(word.Text))
            .Where(group => group.Key.Length >= LongWord || (group.Key.Length > 3 && group.Skip(1).Any()))
            .SelectMany(group => group);

    private static bool IsPlain(Token token) => !token.IsStopWord && token.Text.All(character => char.IsLower(character) || character == '-');

    private static Candidate Join(IReadOnlyList<Token> tokens, int first, int last, double weight, bool isName) => new(
        string.Join(' ', Enumerable.Range(first, last - first + 1).Select(at => tokens[at].Text)), tokens[first].Start, weight, isName);

    [GeneratedRegex(@"https?://[^\s)>\]]+|\b[\w.+-]{1,64}@[\w-]+\.[\w.]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses();
}
