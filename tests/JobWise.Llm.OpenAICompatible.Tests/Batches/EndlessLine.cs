namespace JobWise.Llm.OpenAICompatible.Tests.Batches;

/// <summary>Gives one long line without its end, and tells how large a buffer it was asked to fill.</summary>
internal sealed class EndlessLine(long length) : MemoryStream
{
    private long _left = length;

    public int LargestRead { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        LargestRead = Math.Max(LargestRead, buffer.Length);
        var read = (int)Math.Min(_left, buffer.Length);
        buffer.Span[..read].Fill((byte)'x');
        _left -= read;
        return ValueTask.FromResult(read);
    }
}
