namespace JobWise.Llm.Pipeline;

/// <summary>Who has the probe of a half-open circuit.</summary>
internal enum CircuitProbe
{
    /// <summary>There is none; the next call is it.</summary>
    None = 0,

    /// <summary>The queue for the lane's limits. It does not hang there.</summary>
    Queued,

    /// <summary>The provider.</summary>
    Sent,

    /// <summary>The consumer of a stream that has begun, who may take any time over it.</summary>
    Streaming,
}
