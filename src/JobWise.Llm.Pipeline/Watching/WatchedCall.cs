namespace JobWise.Llm.Pipeline;

/// <summary>Tells the watchers once how one call ended.</summary>
internal sealed class WatchedCall(IReadOnlyList<ICallWatcher> watchers, LLMRequest request, TimeProvider timeProvider)
{
    private readonly long _startedAt = timeProvider.GetTimestamp();
    private bool _isOver;

    public void Answer(LLMResponse response)
    {
        _isOver = true;
        var took = timeProvider.GetElapsedTime(_startedAt);
        for (var i = 0; i < watchers.Count; i++)
        {
            watchers[i].Answered(request, response, took);
        }
    }

    /// <summary>For an exception filter: tells and never catches.</summary>
    public bool Fail(Exception failure)
    {
        if (!_isOver)
        {
            _isOver = true;
            var took = timeProvider.GetElapsedTime(_startedAt);
            for (var i = 0; i < watchers.Count; i++)
            {
                watchers[i].Failed(request, failure, took);
            }
        }

        return false;
    }

    /// <summary>A stream that its consumer left counts as cancelled.</summary>
    public void Leave() => Fail(new OperationCanceledException());
}
