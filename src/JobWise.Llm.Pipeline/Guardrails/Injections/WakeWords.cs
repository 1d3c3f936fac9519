using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Words that a rule may need, found by their first four characters: one bit of a table tells of almost every other word that it is none of
/// them. A search for so many strings at once would cost ten times as much.
/// </summary>
internal sealed class WakeWords
{
    public const int Window = 4;

    private const int Bits = 16;
    private const ulong Lower = 0x0020_0020_0020_0020;

    private static readonly char[] Anything = ['\t', '\n', '\r', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)];

    private readonly ulong[] _table = new ulong[1 << (Bits - 6)];
    private readonly FrozenDictionary<ulong, WakeWord[]> _words;

    public WakeWords(IEnumerable<WakeWord> words)
    {
        var windows = words.SelectMany(word => WindowsOf(word.Text).Select(window => (Key: KeyOf(window), Word: word))).ToLookup(pair => pair.Key, pair => pair.Word);
        foreach (var key in windows.Select(group => group.Key))
        {
            _table[HashOf(key) >> 6] |= 1UL << (int)(HashOf(key) & 63);
        }

        _words = windows.ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>False for nearly every word that is not in the list.</summary>
    /// <param name="first">The word's first letter, with at least three characters behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayStart(ref char first)
    {
        var hash = (uint)HashOf(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref first)) | Lower);
        return ((_table[hash >> 6] >> (int)(hash & 63)) & 1) != 0;
    }

    /// <summary>The word of the list that the text begins with; null where it begins with none.</summary>
    public WakeWord? Find(ReadOnlySpan<char> text)
    {
        Span<char> window = [' ', ' ', ' ', ' '];
        text[..Math.Min(Window, text.Length)].CopyTo(window);
        foreach (var word in _words.GetValueOrDefault(KeyOf(window), []))
        {
            if (text.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>A word of three characters is followed by anything.</summary>
    private static IEnumerable<string> WindowsOf(string word) =>
        word.Length >= Window ? [word[..Window]] : Anything.Select(next => word + next);

    private static ulong KeyOf(ReadOnlySpan<char> text) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..Window])) | Lower;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ulong key) => (key * 0x9E37_79B9_7F4A_7C15) >> (64 - Bits);
}
