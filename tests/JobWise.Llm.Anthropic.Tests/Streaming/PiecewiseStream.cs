namespace JobWise.Llm.Anthropic.Tests.Streaming;

/// <summary>Gives its bytes in pieces, as a network may: cut once, or all of one size.</summary>
internal sealed class PiecewiseStream(byte[] bytes, int piece, bool all = false) : MemoryStream(bytes)
{
    private bool _isCut;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var most = all || !_isCut ? piece : buffer.Length;
        _isCut = true;
        return base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}
