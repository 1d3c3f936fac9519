namespace JobWise.Llm.Pipeline;

/// <summary>Sees the end of each call. What it does is on the way of every call, so it must be quick, and it must not throw.</summary>
internal interface ICallWatcher
{
    /// <param name="request">As the caller asked.</param>
    /// <param name="response">With its cost and route.</param>
    /// <param name="took">From the caller's view.</param>
    void Answered(LLMRequest request, LLMResponse response, TimeSpan took);

    /// <param name="request">As the caller asked.</param>
    /// <param name="failure">A cancellation where the caller went away, also from a stream.</param>
    /// <param name="took">From the caller's view.</param>
    void Failed(LLMRequest request, Exception failure, TimeSpan took);
}
