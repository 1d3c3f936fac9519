namespace JobWise.Llm.Wire;

/// <summary>
/// Reads lines of JSON as they come. A line is valid until the next read. Never holds more than one line up to the cap: of a longer one the
/// start is given and the rest passed over, so that the lines after it can still be read.
/// </summary>
/// <param name="stream">Read as far as lines are asked for.</param>
/// <param name="maxLine">The most bytes of a line.</param>
internal sealed class JsonLineReader(Stream stream, int maxLine) : IDisposable
{
    private byte[] _bytes = ByteBuffers.Rent(16 * 1024);
    private int _start;
    private int _scan;
    private int _end;
    private int _lineLength;
    private bool _isAtEnd;

    public ReadOnlySpan<byte> Line => _bytes.AsSpan(_start, _lineLength);

    /// <summary>Whether the line is only the start of one over the cap.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether the bytes ended without the end of this line: it may be cut.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>Moves to the next line that is not blank; false at the end.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        do
        {
            Release();
            if (!await FindEndAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }
        while (Line.Trim(" \t\r"u8).IsEmpty);

        return true;
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        ByteBuffers.Return(bytes);
    }

    private void Release()
    {
        _start = _scan;
        _lineLength = 0;
        IsTooLong = false;
    }

    private async ValueTask<bool> FindEndAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = _bytes.AsSpan(_scan, _end - _scan).IndexOf((byte)'\n');
            if (found >= 0)
            {
                TakeLine(_scan + found, next: _scan + found + 1);
                return true;
            }

            _scan = _end;
            if (_isAtEnd)
            {
                TakeLine(_end, next: _end);
                IsUnterminated = true;
                return _lineLength > 0;
            }

            DropExcess();
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void TakeLine(int end, int next)
    {
        IsTooLong |= end - _start > maxLine;
        _lineLength = Math.Min(end - _start, maxLine);
        _scan = next;
    }

    // Keeps one byte more than the cap, as the sign that there was more.
    private void DropExcess()
    {
        if (_end - _start > maxLine)
        {
            IsTooLong = true;
            _end = _scan = _start + maxLine + 1;
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            _scan -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _bytes.Length)
        {
            var larger = ByteBuffers.RentLarger(_bytes, _bytes.Length + 1);
            _bytes.AsSpan(0, _end).CopyTo(larger);
            ByteBuffers.Return(_bytes);
            _bytes = larger;
        }

        var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isAtEnd = read == 0;
    }
}
