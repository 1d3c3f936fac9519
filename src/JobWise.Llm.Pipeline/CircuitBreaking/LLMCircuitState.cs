namespace JobWise.Llm;

/// <summary>What a lane's circuit breaker does with calls.</summary>
public enum LLMCircuitState
{
    /// <summary>Lets them through.</summary>
    Closed = 0,

    /// <summary>Holds them back until the break is over; nothing is sent.</summary>
    Open = 1,

    /// <summary>Lets one call at a time through to find out whether the provider works again.</summary>
    HalfOpen = 2,
}
