using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>What the blocks of a text have shown so far.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct WakeState
{
    /// <summary>How near two words must be that wake the scan only together.</summary>
    private const int Near = 160;

    private uint _lastLetters;
    private uint _digitAfterLetter;
    private uint _lastSpaces = uint.MaxValue;
    private TextShape _shape;
    private WakeReasons _reasons;
    private int _lastWord = -Near;

    public WakeState()
    {
    }

    /// <summary>Takes the next block and tells where in it a word begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Add(in TextBlock block)
    {
        var afterLetter = (block.Letters << 1) | (_lastLetters >> 31);
        var digits = block.Digits & afterLetter;
        if ((((digits << 1) | _digitAfterLetter) & block.Letters) != 0)
        {
            _shape |= TextShape.DigitInWord;
        }

        if ((block.Spaces & 0xFFFF) == 0 || block.Spaces >> 16 == 0)
        {
            _shape |= TextShape.LongRun;
        }

        // With the block before it, since a row of single letters may reach from one into the next.
        var spaces = ((ulong)block.Spaces << 32) | _lastSpaces;
        var single = (((ulong)block.Letters << 32) | _lastLetters) & (spaces << 1) & (spaces >> 1);
        var pairs = spaces & ~(spaces << 1) & ~(spaces << 2);
        if ((single & (single << 2) & (single << 4) & (single << 6)) != 0 || (pairs & (pairs << 3) & (pairs << 6) & (pairs << 9) & (pairs << 12)) != 0)
        {
            _shape |= TextShape.SpacedLetters;
        }

        _lastSpaces = block.Spaces;
        _shape |= block.Marks == 0 ? TextShape.Plain : TextShape.Marks;
        _shape |= block.Foreign == 0 ? TextShape.Plain : TextShape.Foreign;
        _lastLetters = block.Letters;
        _digitAfterLetter = digits >> 31;
        return block.Letters & ~afterLetter;
    }

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
