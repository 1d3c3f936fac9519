using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JobWise.Llm.Pipeline;

/// <summary>What sixty-four characters are, one bit each, the first character in the lowest bit.</summary>
/// <param name="Letters">Letters of ASCII.</param>
/// <param name="Digits">Digits.</param>
/// <param name="Spaces">White space and control characters.</param>
/// <param name="Marks">One of <c>[ { \ |</c>, of <c># $ % &amp;</c>, or <c>&lt;</c>.</param>
/// <param name="Foreign">Beyond ASCII, or a control character that is no white space.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextBlock(ulong Letters, ulong Digits, ulong Spaces, ulong Marks, ulong Foreign)
{
    public const int Width = 64;

    /// <param name="text">The first of at least sixty-four characters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextBlock Read(ref char text)
    {
        var (low, high) = (Narrow(ref text), Narrow(ref Unsafe.Add(ref text, Width / 2)));
        return new TextBlock(
            BitsOf(IsLetter(low), IsLetter(high)),
            BitsOf(IsBetween(low, '0', '9'), IsBetween(high, '0', '9')),
            BitsOf(IsSpace(low), IsSpace(high)),
            BitsOf(IsMark(low), IsMark(high)),
            BitsOf(IsForeign(low), IsForeign(high)));
    }

    /// <summary>Below nine, from 14 to 31, and from 127 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsForeign(Vector256<byte> block) =>
        Vector256.GreaterThan(block, Vector256.Create((byte)'~'))
        | IsBetween(block, '\u000E', '\u001F')
        | Vector256.LessThanOrEqual(block, Vector256.Create((byte)8));

    /// <summary>Thirty-two characters as bytes; one above 255 becomes 255, which is as foreign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(ref char text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref text);
        return Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, Width / 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsLetter(Vector256<byte> block) => IsBetween(block | Vector256.Create((byte)0x20), 'a', 'z');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsSpace(Vector256<byte> block) => Vector256.LessThanOrEqual(block, Vector256.Create((byte)' '));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsMark(Vector256<byte> block) =>
        IsBetween(block | Vector256.Create((byte)0x20), '{', '|') | IsBetween(block, '#', '&') | Vector256.Equals(block, Vector256.Create((byte)'<'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsOf(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << (Width / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsBetween(Vector256<byte> block, char first, char last) =>
        Vector256.LessThanOrEqual(block - Vector256.Create((byte)first), Vector256.Create((byte)(last - first)));
}
