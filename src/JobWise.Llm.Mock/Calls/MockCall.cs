namespace JobWise.Llm;

/// <summary>One call that reached a mock.</summary>
public sealed class MockCall
{
    private MockCallEnd? _end;

    internal MockCall(LLMRequest request, bool isStreamed, DateTimeOffset startedAt)
    {
        Request = request;
        IsStreamed = isStreamed;
        StartedAt = startedAt;
    }

    /// <summary>What was asked, after all decorators in front of the mock.</summary>
    public LLMRequest Request { get; }

    /// <summary>Whether the call was a stream.</summary>
    public bool IsStreamed { get; }

    /// <summary>When it arrived, by the wall clock; a stream arrives with its first move.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How it ended; changes while the call runs.</summary>
    public MockCallOutcome Outcome => Volatile.Read(ref _end)?.Outcome ?? MockCallOutcome.Running;

    /// <summary>The answer; null unless the call succeeded.</summary>
    public LLMResponse? Response => Volatile.Read(ref _end)?.Response;

    /// <summary>What the call failed with; null unless it failed or was cancelled.</summary>
    public Exception? Error => Volatile.Read(ref _end)?.Error;

    /// <inheritdoc/>
    public override string ToString() => CallDescription.Of(this, showText: false);

    internal void Succeed(LLMResponse response) => End(new MockCallEnd(MockCallOutcome.Succeeded, response));

    internal void Fail(Exception error) =>
        End(new MockCallEnd(error is OperationCanceledException ? MockCallOutcome.Cancelled : MockCallOutcome.Failed, Error: error));

    internal void End(MockCallOutcome outcome) => End(new MockCallEnd(outcome));

    private void End(MockCallEnd end) => Interlocked.CompareExchange(ref _end, end, comparand: null);
}
