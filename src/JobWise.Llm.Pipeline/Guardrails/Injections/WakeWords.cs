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
    private const ulong ShortKey = 0x0000_FFFF_FFFF_FFFF;

    private readonly ulong[] _table = new ulong[1 << (Bits - 6)];
    private readonly Dictionary<ulong, List<WakeWord>> _words = [];

    public WakeWords(IEnumerable<WakeWord> words)
    {
        foreach (var word in words)
        {
            var key = KeyOf(word.Text.Length < Window ? word.Text + ' ' : word.Text);
            key = word.Text.Length < Window ? key & ShortKey : key;
            (_words.TryGetValue(key, out var list) ? list : _words[key] = []).Add(word);
            AddToTable(word.Text, key);
        }
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
        var key = KeyOf(window);
        return Find(text, key) ?? Find(text, key & ShortKey);
    }

    private WakeWord? Find(ReadOnlySpan<char> text, ulong key)
    {
        if (_words.TryGetValue(key, out var words))
        {
            foreach (var word in words)
            {
                if (text.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase))
                {
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>A word of three characters is followed by anything.</summary>
    private void AddToTable(string word, ulong key)
    {
        if (word.Length >= Window)
        {
            AddToTable(key);
            return;
        }

        for (var next = 0UL; next <= '~'; next++)
        {
            AddToTable(key | ((next << 48) | Lower));
        }
    }

    private void AddToTable(ulong key)
    {
        var hash = HashOf(key);
        _table[hash >> 6] |= 1UL << (int)(hash & 63);
    }

    private static ulong KeyOf(ReadOnlySpan<char> text) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..Window])) | Lower;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ulong key) => (key * 0x9E37_79B9_7F4A_7C15) >> (64 - Bits);
}
