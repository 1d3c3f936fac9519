using System.Collections;

namespace JobWise.Llm.Pipeline;

/// <summary>Every word that some rule needs, by number, so that one pass over a text tells which rules can hold at all.</summary>
internal sealed class Vocabulary
{
    private const int Shortest = 3;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, List<string>> _beginnings = [];

    /// <summary>The number of a word; one that ends in a star stands for all that begin with it.</summary>
    public int Add(string word)
    {
        if (_numbers.TryGetValue(word, out var known))
        {
            return known;
        }

        if (word.EndsWith('*'))
        {
            var key = word[..Shortest];
            (_beginnings.TryGetValue(key, out var list) ? list : _beginnings[key] = []).Add(word);
        }

        return _numbers[word] = _numbers.Count;
    }

    /// <summary>Which of the words are in a text of words with single spaces.</summary>
    public BitArray FindIn(string words)
    {
        var found = new BitArray(_numbers.Count);
        var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in words.AsSpan().Split(' '))
        {
            var word = words.AsSpan(range);
            if (numbers.TryGetValue(word, out var number))
            {
                found[number] = true;
            }

            if (word.Length >= Shortest && beginnings.TryGetValue(word[..Shortest], out var list))
            {
                Mark(list, word, found);
            }
        }

        return found;
    }

    private void Mark(List<string> beginnings, ReadOnlySpan<char> word, BitArray found)
    {
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning.AsSpan(0, beginning.Length - 1), StringComparison.Ordinal))
            {
                found[_numbers[beginning]] = true;
            }
        }
    }
}
