namespace JobWise.Llm.Pipeline;

/// <summary>The updates of a stream that waits for its check. The pieces of text come out as one, as the checked answer has them.</summary>
internal sealed class HeldStream
{
    private readonly List<LLMStreamUpdate> _updates = [];
    private int _text = -1;

    public void Add(LLMStreamUpdate update)
    {
        if (update.Kind != LLMStreamUpdateKind.Text)
        {
            _updates.Add(update);
        }
        else if (_text < 0)
        {
            _text = _updates.Count;
        }
    }

    public IEnumerable<LLMStreamUpdate> Release(LLMResponse answer)
    {
        if (answer.Text.Length > 0)
        {
            _updates.Insert(_text < 0 ? _updates.Count : _text, LLMStreamUpdate.ForText(answer.Text));
        }

        return _updates;
    }
}
