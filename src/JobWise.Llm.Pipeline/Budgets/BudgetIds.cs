using System.Buffers.Binary;

namespace JobWise.Llm.Pipeline;

/// <summary>The ids of reservations: half drawn once for the process, half counted, since drawing each would cost more than the reservation.</summary>
internal sealed class BudgetIds
{
    private readonly byte[] _process = Guid.NewGuid().ToByteArray();
    private long _last;

    public Guid Next()
    {
        Span<byte> id = stackalloc byte[16];
        _process.CopyTo(id);
        BinaryPrimitives.WriteInt64BigEndian(id[8..], Interlocked.Increment(ref _last));
        return new Guid(id);
    }
}
