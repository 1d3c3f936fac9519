using System.Buffers;

namespace JobWise.Llm.Wire;

/// <summary>
/// Buffers from the shared pool, as long as they are of a usual size. The pool keeps what comes back, per thread and for a long time, so a
/// large one would stay in memory for every answer that was ever too large; it goes to the collector instead.
/// </summary>
internal static class ByteBuffers
{
    private const int MostPooled = 1024 * 1024;

    // Holds an answer of the default cap, 16 MiB, and the bytes that show that it goes beyond.
    private const int Whole = (16 * 1024 * 1024) + (64 * 1024);

    public static byte[] Rent(int least) => least <= MostPooled ? ArrayPool<byte>.Shared.Rent(least) : GC.AllocateUninitializedArray<byte>(least);

    /// <summary>A buffer to go on with where one is full. Beyond the pool it grows in one step: each step would leave the last behind.</summary>
    /// <param name="full">The buffer that is full; still the caller's to return.</param>
    /// <param name="least">The least that the new one must hold.</param>
    public static byte[] RentLarger(byte[] full, int least) => Rent(Math.Max(least, LengthAfter(full.Length)));

    public static void Return(byte[] buffer)
    {
        if (buffer.Length is > 0 and <= MostPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int LengthAfter(int length) =>
        length < MostPooled ? length * 2
        : length < Whole ? Whole
        : (int)Math.Min(length * 2L, Array.MaxLength);
}
