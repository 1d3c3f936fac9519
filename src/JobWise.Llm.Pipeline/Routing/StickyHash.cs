using System.Runtime.InteropServices;

namespace JobWise.Llm.Pipeline;

/// <summary>A number from 0 to 1 that a text always gives, in every process and version: FNV-1a, its bits mixed by the finalizer of MurmurHash3.</summary>
internal static class StickyHash
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>Above 0 and below 1.</summary>
    public static double Of(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var hash = Mix(Add(Add(Add(Basis, MemoryMarshal.AsBytes(first)), [0]), MemoryMarshal.AsBytes(second)));
        return ((hash >> 11) + 0.5) / (1UL << 53);
    }

    private static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        return hash;
    }

    private static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xFF51_AFD7_ED55_8CCD;
            hash = (hash ^ (hash >> 33)) * 0xC4CE_B9FE_1A85_EC53;
            return hash ^ (hash >> 33);
        }
    }
}
