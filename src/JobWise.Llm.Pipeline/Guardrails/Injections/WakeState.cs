using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What the blocks of a text have shown so far.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct WakeState
{
    /// <summary>How near two words must be that wake the scan only together.</summary>
    private const int Near = 160;

    private ulong _letters;
    private ulong _spaces = ulong.MaxValue;
    private ulong _singles;
    private ulong _pairs;
    private ulong _digits;
    private TextShape _shape;
    private WakeReasons _reasons;
    private int _lastWord = -Near;

    public WakeState()
    {
    }

    /// <summary>Takes the next block and tells where in it a word begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Add(in TextBlock block)
    {
        var afterLetter = Up(block.Letters, _letters, 1);
        var digits = block.Digits & afterLetter;
        _shape |= (Up(digits, _digits, 1) & block.Letters) == 0 ? TextShape.Plain : TextShape.DigitInWord;
        _shape |= HasRun(block.Spaces) ? TextShape.LongRun : TextShape.Plain;
        _shape |= block.Marks == 0 ? TextShape.Plain : TextShape.Marks;
        _shape |= block.Foreign == 0 ? TextShape.Plain : TextShape.Foreign;
        AddRows(block);
        (_letters, _spaces, _digits) = (block.Letters, block.Spaces, digits);
        return block.Letters & ~afterLetter;
    }

    /// <summary>Rows of four single letters, and of five pairs, with a space behind each. Behind the block a space is taken for granted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRows(in TextBlock block)
    {
        var singles = block.Letters & Up(block.Spaces, _spaces, 1) & ((block.Spaces >> 1) | (1UL << 63));
        var pairs = block.Spaces & ~Up(block.Spaces, _spaces, 1) & ~Up(block.Spaces, _spaces, 2);
        var row = singles & Up(singles, _singles, 2) & Up(singles, _singles, 4) & Up(singles, _singles, 6);
        row |= pairs & Up(pairs, _pairs, 3) & Up(pairs, _pairs, 6) & Up(pairs, _pairs, 9) & Up(pairs, _pairs, 12);
        _shape |= row == 0 ? TextShape.Plain : TextShape.SpacedLetters;
        (_singles, _pairs) = (singles, pairs);
    }

    /// <summary>The bits moved up, with those that the block before moves in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Up(ulong bits, ulong before, int by) => (bits << by) | (before >> (64 - by));

    /// <summary>Whether one of the four quarters is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasRun(ulong spaces) => ((spaces - 0x0001_0001_0001_0001) & ~spaces & 0x8000_8000_8000_8000) != 0;

    public void Add(WakeWord word, int at)
    {
        if (word.Kind == WakeWordKind.Secret)
        {
            _reasons |= WakeReasons.Secret;
            return;
        }

        _reasons |= word.Kind == WakeWordKind.Alone || at - _lastWord < Near ? WakeReasons.Word : WakeReasons.None;
        _lastWord = at;
    }

    public readonly WakeReasons ReasonsFor(ReadOnlySpan<char> text) =>
        _reasons | (IsOdd(text) ? WakeReasons.Shape : WakeReasons.None);

    private readonly bool IsOdd(ReadOnlySpan<char> text) =>
        (_shape & (TextShape.DigitInWord | TextShape.SpacedLetters)) != TextShape.Plain
        || ((_shape & TextShape.Marks) != TextShape.Plain && WakeMarks.AreIn(text))
        || ((_shape & TextShape.Foreign) != TextShape.Plain && ForeignLetters.NeedScan(text))
        || ((_shape & TextShape.LongRun) != TextShape.Plain && EncodedRuns.MayHoldText(text));
}
