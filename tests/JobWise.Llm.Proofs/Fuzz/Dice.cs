using System.Runtime.InteropServices;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Chance that can be repeated: SplitMix64 (Steele, Lea, Flood 2014), one per mutant, so that each can be made again alone.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Dice
{
    private ulong _state;

    public Dice(int seed, long mutant) => _state = ((ulong)(uint)seed << 40) ^ (ulong)mutant;

    /// <summary>From 0 up to but not including <paramref name="sides"/>.</summary>
    public int Roll(int sides) => (int)(Next() % (uint)sides);

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
