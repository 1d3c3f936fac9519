using System.Collections;
using System.Text.RegularExpressions;

namespace JobWise.Llm.Pipeline;

/// <summary>One rule, ready to match. Its expressions are built when a text first has what they need.</summary>
internal sealed class InjectionRule(InjectionRuleEntry entry, Vocabulary vocabulary)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly Lazy<Regex> _whole = new(() => new Regex(InjectionPattern.Expand(entry), Options, Regex.InfiniteMatchTimeout));
    private readonly Lazy<Regex> _squeezed = new(() => new Regex(InjectionPattern.Squeeze(entry), Options, Regex.InfiniteMatchTimeout));
    private readonly int[][] _needs = entry.Kind == InjectionRuleKind.Words
        ? [.. NeededWords.Of(entry.Pattern).Select(group => group.Select(vocabulary.Add).ToArray())]
        : [];

    public string Id => entry.Id;

    public double Score => entry.Score;

    public InjectionRuleKind Kind => entry.Kind;

    /// <summary>Whether the rule holds somewhere in the text other than in a quotation that is only mentioned.</summary>
    /// <param name="text">The words, or the folded text for a rule about marks.</param>
    /// <param name="found">The words of the vocabulary that are in it.</param>
    public bool Matches(string text, BitArray found)
    {
        if (!CanHold(text, found))
        {
            return false;
        }

        foreach (var match in _whole.Value.EnumerateMatches(text))
        {
            if (Kind == InjectionRuleKind.Marks || !Mention.IsMentioned(text.AsSpan(0, match.Index)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for text that has lost the spaces between its words.</summary>
    public bool MatchesSqueezed(string text) => Kind == InjectionRuleKind.Words && _squeezed.Value.IsMatch(text);

    private bool CanHold(string text, BitArray found)
    {
        foreach (var group in _needs)
        {
            if (!HasOne(group, found))
            {
                return false;
            }
        }

        return Kind == InjectionRuleKind.Words || HasAnchor(text);
    }

    private static bool HasOne(int[] group, BitArray found)
    {
        foreach (var word in group)
        {
            if (found[word])
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAnchor(string text)
    {
        foreach (var anchor in entry.Anchors)
        {
            if (text.Contains(anchor, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
