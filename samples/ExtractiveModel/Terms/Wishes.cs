using System.Text.RegularExpressions;

namespace JobWise.Llm.Samples.Terms;

/// <summary>The parts of a posting that name what would be nice, not what is asked for.</summary>
internal sealed partial class Wishes
{
    private readonly List<int> _starts = [];
    private readonly List<bool> _areWishes = [];

    /// <summary>Goes through the sentences and lines once; a heading speaks for all below it.</summary>
    public Wishes(string posting)
    {
        var isBelowWish = false;
        foreach (var range in Sentences().EnumerateSplits(posting))
        {
            var sentence = posting.AsSpan()[range];
            var isWish = Words().IsMatch(sentence);
            isBelowWish = IsHeading(sentence) ? isWish : isBelowWish;
            _starts.Add(range.Start.Value);
            _areWishes.Add(isWish || isBelowWish);
        }
    }

    /// <summary>Whether the sentence at this place, or the heading above it, speaks of a wish.</summary>
    public bool Cover(int place)
    {
        var index = _starts.BinarySearch(place);
        return _areWishes[index >= 0 ? index : ~index - 1];
    }

    private static bool IsHeading(ReadOnlySpan<char> sentence)
    {
        var line = sentence.Trim();
        return line.StartsWith("#") || (line.Length <= 60 && line.EndsWith(":"));
    }

    [GeneratedRegex(@"\n|(?<=[.;!?])\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();

    [GeneratedRegex(
        @"\b(?:nice[ -]to[ -]have|preferred|desirable|a plus|bonus|ideally|optional|advantage)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Words();
}
