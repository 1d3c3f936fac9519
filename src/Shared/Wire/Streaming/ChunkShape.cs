namespace JobWise.Llm.Wire;

/// <summary>
/// Remembers the last chunk that brought nothing but text. The chunks of one stream differ only in that text, and in a padding that OpenAI adds,
/// so that the next one of the same shape needs no JSON reader: its bytes around the text are compared, and the text is read. What is equal byte
/// for byte means the same, so nothing else of such a chunk needs to be looked at again.
/// </summary>
internal sealed class ChunkShape
{
    private byte[] _chunk = [];
    private int _length;
    private TokenPlace _text;
    private TokenPlace _padding;

    /// <summary>Reads a chunk of the remembered shape; false leaves it to the full reader.</summary>
    public bool TryRead(ReadOnlySpan<byte> chunk, out string text)
    {
        text = string.Empty;
        if (_length == 0 || chunk.Length <= _text.Start || !chunk.StartsWith(_chunk.AsSpan(0, _text.Start)) || chunk[_text.Start] != '"')
        {
            return false;
        }

        return PlainString.TryRead(chunk[_text.Start..], out text, out var length) && EndsAlike(chunk[(_text.Start + length)..]);
    }

    /// <summary>Forgets the shape, since the chunk that was just read in full brought more than text.</summary>
    public void Forget() => _length = 0;

    /// <summary>Remembers the chunk that was just read in full and brought nothing but text.</summary>
    /// <param name="chunk">All its bytes.</param>
    /// <param name="text">Where its text stands.</param>
    /// <param name="padding">Where a padding stands that may differ too; nowhere if there is none.</param>
    public void Learn(ReadOnlySpan<byte> chunk, TokenPlace text, TokenPlace padding = default)
    {
        _length = 0;
        (_text, _padding) = (text, padding);
        var isInOrder = !_padding.IsKnown || _padding.Start >= _text.End;
        // The reader passes over a byte order mark, which moves all places.
        if (!isInOrder || chunk.StartsWith("\uFEFF"u8))
        {
            return;
        }

        _length = chunk.Length;
        if (_chunk.Length < _length)
        {
            _chunk = new byte[_length * 2];
        }

        chunk.CopyTo(_chunk);
    }

    private bool EndsAlike(ReadOnlySpan<byte> rest)
    {
        var known = _chunk.AsSpan(0, _length);
        if (!_padding.IsKnown)
        {
            return rest.SequenceEqual(known[_text.End..]);
        }

        var between = known[_text.End.._padding.Start];
        if (!rest.StartsWith(between) || rest.Length == between.Length || rest[between.Length] != '"')
        {
            return false;
        }

        rest = rest[between.Length..];
        var padding = PlainString.LengthOf(rest);
        return padding > 0 && rest[padding..].SequenceEqual(known[_padding.End..]);
    }
}
