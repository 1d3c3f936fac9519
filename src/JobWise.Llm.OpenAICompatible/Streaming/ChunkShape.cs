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
    private bool _isReasoning;

    /// <summary>Reads a chunk of the remembered shape; false leaves it to the full reader.</summary>
    public bool TryRead(ReadOnlySpan<byte> chunk, out string text, out bool isReasoning)
    {
        (text, isReasoning) = (string.Empty, _isReasoning);
        if (_length == 0 || chunk.Length <= _text.Start || !chunk.StartsWith(_chunk.AsSpan(0, _text.Start)) || chunk[_text.Start] != '"')
        {
            return false;
        }

        return PlainString.TryRead(chunk[_text.Start..], out text, out var length) && EndsAlike(chunk[(_text.Start + length)..]);
    }

    /// <summary>Remembers the chunk that was just read in full, if text is all it brought.</summary>
    public void Learn(ReadOnlySpan<byte> chunk, ChatPayload payload)
    {
        _length = 0;
        _isReasoning = payload.ReasoningPlace.IsKnown;
        _text = _isReasoning ? payload.ReasoningPlace : payload.TextPlace;
        _padding = payload.PaddingPlace;
        var isInOrder = !_padding.IsKnown || _padding.Start >= _text.End;
        // The reader passes over a byte order mark, which moves all places.
        if (!payload.IsOnlyText || !isInOrder || chunk.StartsWith("\uFEFF"u8))
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
