using System.Buffers;

namespace JobWise.Llm.Wire;

/// <summary>
/// Reads server-sent events from a stream of bytes: CR, LF and CRLF, a byte order mark, comments, data over several lines, and a last event
/// without its blank line. An event's bytes are valid until the next read. Holds one pooled buffer and never more than the caps allow.
/// </summary>
internal sealed class SseReader : IDisposable
{
    private readonly Stream _stream;
    private readonly int _maxLine;
    private readonly int _maxEvent;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);

    // Positions in the buffer: what is still needed starts at _start, the line being read at _line; _scan is where its end is looked for.
    private int _start;
    private int _line;
    private int _scan;
    private int _end;
    private bool _skipLineFeed;
    private bool _isAtEnd;

    // The event being read: one data line stays in the buffer, several are joined.
    private int _dataStart;
    private int _dataLength;
    private int _dataLines;
    private PooledBufferWriter? _joined;

    public SseReader(Stream stream, int maxLine, int maxEvent)
    {
        _stream = stream;
        _maxLine = maxLine;
        _maxEvent = maxEvent;
    }

    public ReadOnlySpan<byte> Data => _dataLines > 1 ? _joined!.WrittenSpan : _buffer.AsSpan(_dataStart, _dataLength);

    public SseEventName Name { get; private set; }

    /// <summary>Whether the bytes ended before the blank line that ends an event: the data may be cut.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>The first byte that is no white space, without taking it; 0 when there is none. Passes over a byte order mark. Call before the first read.</summary>
    public async ValueTask<byte> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = _buffer.AsSpan(0, _end);
            var isCutMark = _end < 3 && "\uFEFF"u8.StartsWith(seen);
            if (!isCutMark || _isAtEnd)
            {
                _start = _line = _scan = seen.StartsWith("\uFEFF"u8) ? 3 : 0;
                if (Bytes.FirstSign(seen) is var sign && (sign != 0 || _isAtEnd))
                {
                    return sign;
                }
            }

            CheckCaps();
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes everything up to the end, for an answer that turned out to be no stream of events.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadToEndAsync(int cap, CancellationToken cancellationToken)
    {
        while (!_isAtEnd)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
            if (_end - _start > cap)
            {
                throw ResponseBody.TooLarge("answer", cap, nameof(OpenAIProtocolOptions.MaxResponseBytes));
            }
        }

        return _buffer.AsMemory(_start, _end - _start);
    }

    /// <summary>Moves to the next event that has data; false at the end.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        BeginEvent();
        while (!TakeLines())
        {
            if (_isAtEnd)
            {
                return TakeUnterminated();
            }

            CheckCaps();
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _joined?.Dispose();
    }

    private void BeginEvent()
    {
        _start = _line;
        _dataStart = _dataLength = _dataLines = 0;
        Name = SseEventName.Message;
        _joined?.Clear();
    }

    /// <summary>Takes the lines that are there; true once an event with data is complete.</summary>
    private bool TakeLines()
    {
        while (TryTakeLine(out var start, out var length))
        {
            CheckLine(length);
            if (length > 0)
            {
                TakeField(start, length);
            }
            else if (_dataLines > 0)
            {
                return true;
            }
            else
            {
                BeginEvent();
            }
        }

        return false;
    }

    private bool TryTakeLine(out int start, out int length)
    {
        if (_skipLineFeed && _scan < _end)
        {
            _skipLineFeed = false;
            if (_buffer[_scan] == '\n')
            {
                _line = ++_scan;
            }
        }

        start = _line;
        length = _buffer.AsSpan(_scan, _end - _scan).IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            _scan = _end;
            return false;
        }

        var terminator = _scan + length;
        length = terminator - _line;
        _line = _scan = terminator + 1;
        _skipLineFeed = _buffer[terminator] == '\r';
        return true;
    }

    private bool TakeUnterminated()
    {
        if (_end > _line)
        {
            TakeField(_line, _end - _line);
            _line = _scan = _end;
        }

        IsUnterminated = true;
        return _dataLines > 0;
    }

    private void TakeField(int start, int length)
    {
        var line = _buffer.AsSpan(start, length);
        if (line.StartsWith("data:"u8))
        {
            var skip = length > 5 && line[5] == ' ' ? 6 : 5;
            AddData(start + skip, length - skip);
        }
        else if (line.StartsWith("event:"u8))
        {
            var name = line[6..].Trim((byte)' ');
            Name = name.SequenceEqual("error"u8) ? SseEventName.Error
                : name.IsEmpty || name.SequenceEqual("message"u8) ? SseEventName.Message
                : SseEventName.Other;
        }
        else if (line.SequenceEqual("data"u8))
        {
            AddData(start, 0);
        }
        else if (_dataLines == 0 && Name == SseEventName.Message)
        {
            // A comment between events need not be kept, however many come.
            _start = _line;
        }
    }

    private void AddData(int start, int length)
    {
        if (++_dataLines == 1)
        {
            (_dataStart, _dataLength) = (start, length);
            return;
        }

        _joined ??= new PooledBufferWriter();
        if (_dataLines == 2)
        {
            Append(_buffer.AsSpan(_dataStart, _dataLength));
        }

        Append("\n"u8);
        Append(_buffer.AsSpan(start, length));
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_joined!.GetSpan(bytes.Length));
        _joined.Advance(bytes.Length);
    }

    private void CheckCaps()
    {
        CheckLine(_end - _line);
        if (_end - _start > _maxEvent)
        {
            throw ResponseBody.TooLarge("event of the stream", _maxEvent, nameof(OpenAIProtocolOptions.MaxEventBytes));
        }
    }

    private void CheckLine(int length)
    {
        if (length > _maxLine)
        {
            throw ResponseBody.TooLarge("line of the stream", _maxLine, nameof(OpenAIProtocolOptions.MaxLineBytes));
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isAtEnd = read == 0;
    }

    private void MakeRoom()
    {
        if (_start == _end)
        {
            MoveTo(_buffer);
        }
        else if (_end == _buffer.Length)
        {
            if (_start > _buffer.Length / 2)
            {
                MoveTo(_buffer);
                return;
            }

            var old = _buffer;
            MoveTo(ArrayPool<byte>.Shared.Rent(old.Length * 2));
            ArrayPool<byte>.Shared.Return(old);
        }
    }

    private void MoveTo(byte[] target)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        _line -= _start;
        _scan -= _start;
        _end -= _start;
        _dataStart = Math.Max(0, _dataStart - _start);
        _start = 0;
        _buffer = target;
    }
}
