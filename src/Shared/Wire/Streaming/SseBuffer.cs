namespace JobWise.Llm.Wire;

/// <summary>
/// Cuts bytes into lines at CR, LF or CRLF. Lines are told by their place from the start of what is still held, which stays valid until
/// <see cref="Release"/>.
/// </summary>
/// <param name="stream">Read as far as lines are asked for.</param>
internal sealed class SseBuffer(Stream stream) : IDisposable
{
    private byte[] _bytes = ByteBuffers.Rent(16 * 1024);

    // What is still held starts at _start, the line being read at _line; _scan is where its end is looked for.
    private int _start;
    private int _line;
    private int _scan;
    private int _end;
    private bool _skipLineFeed;

    public bool IsAtEnd { get; private set; }

    public ReadOnlySpan<byte> Held => _bytes.AsSpan(_start, _end - _start);

    public ReadOnlyMemory<byte> HeldMemory => _bytes.AsMemory(_start, _end - _start);

    /// <summary>How much of the line being read is there.</summary>
    public int LineLength => _end - _line;

    /// <summary>Gives up everything before the line being read.</summary>
    public void Release() => _start = _line;

    /// <summary>Gives up a byte order mark; only before the first line.</summary>
    public void SkipMark() => _start = _line = _scan = _start + 3;

    /// <summary>Takes the next whole line, without its end; false when more bytes are needed.</summary>
    public bool TryTakeLine(out int start, out int length)
    {
        SkipLineFeed();
        start = _line - _start;
        length = _bytes.AsSpan(_scan, _end - _scan).IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            _scan = _end;
            return false;
        }

        var terminator = _scan + length;
        length = terminator - _line;
        _line = _scan = terminator + 1;
        _skipLineFeed = _bytes[terminator] == '\r';
        return true;
    }

    /// <summary>Takes what is left as the last line, which has no end.</summary>
    public (int Start, int Length) TakeRest()
    {
        var rest = (_line - _start, _end - _line);
        _line = _scan = _end;
        return rest;
    }

    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        IsAtEnd = read == 0;
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        ByteBuffers.Return(bytes);
    }

    // The LF of a CRLF may come with the next read; a server that ends lines with CR alone must not wait for it.
    private void SkipLineFeed()
    {
        if (!_skipLineFeed || _scan == _end)
        {
            return;
        }

        _skipLineFeed = false;
        if (_bytes[_scan] == '\n')
        {
            _start = _start == _line ? _start + 1 : _start;
            _line = ++_scan;
        }
    }

    private void MakeRoom()
    {
        if (_start == _end || (_end == _bytes.Length && _start > _bytes.Length / 2))
        {
            MoveTo(_bytes);
        }
        else if (_end == _bytes.Length)
        {
            var old = _bytes;
            MoveTo(ByteBuffers.RentLarger(old, old.Length + 1));
            ByteBuffers.Return(old);
        }
    }

    private void MoveTo(byte[] target)
    {
        Held.CopyTo(target);
        _line -= _start;
        _scan -= _start;
        _end -= _start;
        _start = 0;
        _bytes = target;
    }
}
