using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JobWise.Llm.Pipeline;

/// <summary>What thirty-two characters are, one bit each, the first character in the lowest bit.</summary>
/// <param name="Letters">Letters of ASCII.</param>
/// <param name="Digits">Digits.</param>
/// <param name="Spaces">White space and control characters.</param>
/// <param name="Marks">One of <c>[ { \ |</c>, of <c># $ % &amp;</c>, or <c>&lt;</c>.</param>
/// <param name="Foreign">Beyond ASCII, or a control character that is no white space.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextBlock(uint Letters, uint Digits, uint Spaces, uint Marks, uint Foreign)
{
    public const int Width = 32;

    /// <param name="text">The first of at least thirty-two characters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextBlock Read(ref char text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref text);
        var block = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, Width / 2));
        var folded = block | Vector256.Create((byte)0x20);
        return new TextBlock(
            BitsOf(IsBetween(folded, 'a', 'z')),
            BitsOf(IsBetween(block, '0', '9')),
            BitsOf(Vector256.LessThanOrEqual(block, Vector256.Create((byte)' '))),
            BitsOf(IsBetween(folded, '{', '|') | IsBetween(block, '#', '&') | Vector256.Equals(block, Vector256.Create((byte)'<'))),
            BitsOf(IsForeign(block)));
    }

    /// <summary>Below nine, from 14 to 31, and from 127 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsForeign(Vector256<byte> block) =>
        Vector256.GreaterThan(block, Vector256.Create((byte)'~'))
        | IsBetween(block, '\u000E', '\u001F')
        | Vector256.LessThanOrEqual(block, Vector256.Create((byte)8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint BitsOf(Vector256<byte> block) => block.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsBetween(Vector256<byte> block, char first, char last) =>
        Vector256.LessThanOrEqual(block - Vector256.Create((byte)first), Vector256.Create((byte)(last - first)));
}
