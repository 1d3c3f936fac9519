using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>Decides in one pass and without allocating whether a text has to be read: it holds a word that a rule may need, or its shape is odd.</summary>
internal sealed class TextWake(WakeWords words)
{
    private const int Step = TextBlock.Width;

    /// <summary>A block, and the window of a word that begins with its last character.</summary>
    private const int Needed = Step + WakeWords.Window;

    public WakeReasons Look(ReadOnlySpan<char> text)
    {
        var state = new WakeState();
        var at = 0;
        for (; at + Needed <= text.Length; at += Step)
        {
            LookAt(text[at..], text, at, ref state);
        }

        // The last blocks, with spaces behind them.
        Span<char> padded = stackalloc char[Step + Needed];
        padded.Fill(' ');
        text[at..].CopyTo(padded);
        LookAt(padded, text, at, ref state);
        if (at + Step < text.Length)
        {
            LookAt(padded[Step..], text, at + Step, ref state);
        }

        return state.ReasonsFor(text);
    }

    /// <param name="block">The block with the characters behind it.</param>
    /// <param name="text">The whole text, to read a word that may be one of the list.</param>
    /// <param name="at">Where the block begins in the text.</param>
    /// <param name="state">What the blocks before it were.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LookAt(ReadOnlySpan<char> block, ReadOnlySpan<char> text, int at, ref WakeState state)
    {
        ref var first = ref MemoryMarshal.GetReference(block[..Needed]);
        for (var starts = state.Add(TextBlock.Read(ref first)); starts != 0; starts &= starts - 1)
        {
            var offset = BitOperations.TrailingZeroCount(starts);
            if (words.MayStart(ref Unsafe.Add(ref first, offset)))
            {
                Note(text, at + offset, ref state);
            }
        }
    }

    private void Note(ReadOnlySpan<char> text, int at, ref WakeState state)
    {
        if (words.Find(text[at..]) is { } word)
        {
            state.Add(word, at);
        }
    }
}
