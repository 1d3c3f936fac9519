using System.Collections.Frozen;

namespace JobWise.Llm.Resume;

/// <summary>Words that join others and say nothing by themselves. Words of amount, scope and denial ("all", "several", "not") are not among them.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "and", "or", "of", "for", "with", "by", "in", "on", "to", "from", "as", "at", "into", "onto", "using", "through", "via",
        "across", "that", "which", "who", "whose", "their", "its", "it", "this", "these", "those", "including", "such", "while", "during", "both",
        "each", "per", "within", "between", "among", "toward", "towards", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had",
        "also", "thereby", "where", "when", "so", "then", "up", "out", "off", "end", "there", "alongside", "based", "upon", "against", "s",
    ],
    StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Words.Contains(word);

    public static bool CarriesMeaning(TextToken token) => !Words.Contains(token.Text);
}
