using System.Buffers;

namespace JobWise.Llm.Wire;

/// <summary>What a spare JSON writer points at, so that it keeps no finished request alive.</summary>
internal sealed class NothingWriter : IBufferWriter<byte>
{
    public static NothingWriter Instance { get; } = new();

    public void Advance(int count) => throw new NotSupportedException();

    public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

    public Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();
}
