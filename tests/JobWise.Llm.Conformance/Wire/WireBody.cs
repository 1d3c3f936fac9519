namespace JobWise.Llm.Conformance.Wire;

/// <summary>A body that comes a few bytes at a time, so that events and characters are split, and then ends or stays silent.</summary>
/// <param name="content">All that comes.</param>
/// <param name="hangs">Whether the end stays open.</param>
/// <param name="closed">Called once, when the reader closes it.</param>
internal sealed class WireBody(byte[] content, bool hangs, Action closed) : Stream
{
    private const int MostBytesAtOnce = 13;
    private int _position;
    private int _isClosed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (hangs && _position == content.Length)
        {
            await HangAsync(cancellationToken);
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            closed();
        }

        base.Dispose(disposing);
    }

    /// <summary>Ends as an aborted socket may: with an I/O error that does not carry the caller's token.</summary>
    private static async Task HangAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException aborted)
        {
            throw new IOException("The connection was aborted.", aborted);
        }
    }

    private int Take(Span<byte> buffer)
    {
        var next = content.AsSpan(_position)[..Math.Min(Math.Min(buffer.Length, MostBytesAtOnce), content.Length - _position)];
        next.CopyTo(buffer);
        _position += next.Length;
        return next.Length;
    }
}
