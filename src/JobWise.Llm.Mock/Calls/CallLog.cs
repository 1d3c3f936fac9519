namespace JobWise.Llm;

/// <summary>The calls of one mock in the order they arrived.</summary>
/// <param name="timeProvider">Dates the calls.</param>
internal sealed class CallLog(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly List<MockCall> _calls = [];

    public MockCall Start(LLMRequest request, bool isStreamed)
    {
        var call = new MockCall(request, isStreamed, timeProvider.GetUtcNow());
        lock (_lock)
        {
            _calls.Add(call);
        }

        return call;
    }

    public IReadOnlyList<MockCall> ToList()
    {
        lock (_lock)
        {
            return [.. _calls];
        }
    }
}
