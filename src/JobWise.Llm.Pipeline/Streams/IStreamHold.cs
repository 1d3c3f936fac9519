namespace JobWise.Llm.Pipeline;

/// <summary>Something that a stream holds until its end, such as a permit or a reservation.</summary>
internal interface IStreamHold
{
    /// <summary>The provider told its limits, with the stream under way or at its start.</summary>
    void Note(LLMRateLimitSnapshot limits);

    /// <summary>The stream is over. Called once; must not throw.</summary>
    void Settle(StreamEnd end);
}
