namespace JobWise.Llm.Wire;

/// <summary>Gives pieces of tool calls the index that a server left out: a new id starts a new call, a piece without one goes on with the last.</summary>
internal sealed class ToolCallIndex
{
    private int _last = -1;
    private string? _lastId;

    public LLMToolCallDelta Place(LLMToolCallDelta piece)
    {
        if (piece.Index != ToolCallReader.NoIndex)
        {
            _last = piece.Index;
            _lastId = string.IsNullOrEmpty(piece.Id) ? _lastId : piece.Id;
            return piece;
        }

        var isNew = _last < 0 || (!string.IsNullOrEmpty(piece.Id) && piece.Id != _lastId);
        _last = isNew ? _last + 1 : _last;
        _lastId = isNew ? piece.Id : _lastId;
        return piece with { Index = _last };
    }
}
