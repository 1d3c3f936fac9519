using System.Buffers;

namespace JobWise.Llm.Wire;

/// <summary>
/// Reads server-sent events: comments, a byte order mark, data over several lines, and a last event without its blank line. An event's data
/// is valid until the next read. Never holds more than the caps allow.
/// </summary>
internal sealed class SseReader : IDisposable
{
    private readonly SseBuffer _buffer;
    private readonly int _maxLine;
    private readonly int _maxEvent;

    private bool _isOpen;

    // One data line stays in the buffer; several are joined.
    private int _dataStart;
    private int _dataLength;
    private int _dataLines;
    private PooledBufferWriter? _joined;

    public SseReader(Stream stream, int maxLine, int maxEvent)
    {
        _buffer = new SseBuffer(stream);
        _maxLine = maxLine;
        _maxEvent = maxEvent;
    }

    public ReadOnlySpan<byte> Data => _dataLines > 1 ? _joined!.WrittenSpan : _buffer.Held.Slice(_dataStart, _dataLength);

    public SseEventName Name { get; private set; }

    /// <summary>Whether the bytes ended before the blank line that ends an event: the data may be cut.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>The first byte that is no white space, without taking it; 0 when there is none. Passes over a byte order mark. Call before the first read.</summary>
    public async ValueTask<byte> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var sign = Bytes.FirstSign(_buffer.Held);
            var isCutMark = _buffer.Held.Length < 3 && "\uFEFF"u8.StartsWith(_buffer.Held);
            if (_buffer.IsAtEnd || (sign != 0 && !isCutMark))
            {
                if (_buffer.Held.StartsWith("\uFEFF"u8))
                {
                    _buffer.SkipMark();
                }

                return sign;
            }

            CheckCaps();
            await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes everything up to the end, for an answer that turned out to be no stream of events.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadToEndAsync(int cap, CancellationToken cancellationToken)
    {
        while (!_buffer.IsAtEnd)
        {
            await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
            Check(_buffer.Held.Length, cap, "answer", nameof(LLMProviderOptions.MaxResponseBytes));
        }

        return _buffer.HeldMemory;
    }

    /// <summary>Moves to the next event that has data, if all its bytes are here; false when more are needed, which the next call goes on with.</summary>
    public bool TryRead()
    {
        if (!_isOpen)
        {
            BeginEvent();
        }

        _isOpen = !TakeLines();
        return !_isOpen;
    }

    /// <summary>Moves to the next event that has data; false at the end.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!TryRead())
        {
            if (_buffer.IsAtEnd)
            {
                return TakeUnterminated();
            }

            CheckCaps();
            await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _joined?.Dispose();
    }

    private void BeginEvent()
    {
        _buffer.Release();
        _dataStart = _dataLength = _dataLines = 0;
        Name = SseEventName.Message;
        _joined?.Clear();
    }

    /// <summary>Takes the lines that are there; true once an event with data is complete.</summary>
    private bool TakeLines()
    {
        while (_buffer.TryTakeLine(out var start, out var length))
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

    private bool TakeUnterminated()
    {
        if (_buffer.LineLength > 0)
        {
            var (start, length) = _buffer.TakeRest();
            TakeField(start, length);
        }

        IsUnterminated = true;
        _isOpen = false;
        return _dataLines > 0;
    }

    private void TakeField(int start, int length)
    {
        var line = _buffer.Held.Slice(start, length);
        if (line.StartsWith("data:"u8))
        {
            var skip = length > 5 && line[5] == ' ' ? 6 : 5;
            AddData(start + skip, length - skip);
        }
        else if (line.StartsWith("event:"u8))
        {
            Name = NameOf(line[6..].Trim((byte)' '));
        }
        else if (line.SequenceEqual("data"u8))
        {
            AddData(start, 0);
        }
        else if (_dataLines == 0)
        {
            // A comment between events need not be kept, however many come.
            _buffer.Release();
        }
    }

    private static SseEventName NameOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("error"u8) ? SseEventName.Error
        : name.IsEmpty || name.SequenceEqual("message"u8) ? SseEventName.Message
        : SseEventName.Other;

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
            _joined.Write(_buffer.Held.Slice(_dataStart, _dataLength));
        }

        _joined.Write("\n"u8);
        _joined.Write(_buffer.Held.Slice(start, length));
    }

    private void CheckCaps()
    {
        CheckLine(_buffer.LineLength);
        Check(_buffer.Held.Length, _maxEvent, "event of the stream", nameof(LLMProviderOptions.MaxEventBytes));
    }

    private void CheckLine(int length) => Check(length, _maxLine, "line of the stream", nameof(LLMProviderOptions.MaxLineBytes));

    private static void Check(int length, int cap, string what, string option)
    {
        if (length > cap)
        {
            throw ResponseBody.TooLarge(what, cap, option);
        }
    }
}
