using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline;

/// <summary>
/// Makes the identities of calls: UUIDs of version 7 (RFC 9562), ordered by time. The system takes fresh random bytes for each, which may cost
/// more than the rest of the pipeline; here they come from one random seed and a counter, so that they are unique and spread, but can be guessed.
/// </summary>
/// <param name="seed">Random, once per process.</param>
internal sealed class CallIds(ulong seed)
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;
    private const int Version = 0x7000;
    private const ulong Variant = 0x8000_0000_0000_0000;

    private long _count;

    /// <param name="now">The wall clock.</param>
    public Guid Next(DateTimeOffset now)
    {
        var count = (ulong)Interlocked.Increment(ref _count);
        var milliseconds = (ulong)now.ToUnixTimeMilliseconds();
        var random = (Mix(unchecked(seed + (count * Step))) >> 2) | Variant;
        return new Guid(
            (uint)(milliseconds >> 16),
            (ushort)milliseconds,
            (ushort)(Version | (int)(count & 0xFFF)),
            (byte)(random >> 56),
            (byte)(random >> 48),
            (byte)(random >> 40),
            (byte)(random >> 32),
            (byte)(random >> 24),
            (byte)(random >> 16),
            (byte)(random >> 8),
            (byte)random);
    }

    /// <summary>The output function of SplitMix64: one input, one output, so that two counts never meet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }
}
