namespace JobWise.Llm;

/// <summary>In which order the lanes of a call are tried.</summary>
public enum LLMRouteOrder
{
    /// <summary>As they are listed: the provider of the call, then the fallbacks.</summary>
    Listed = 0,

    /// <summary>The lowest estimated price of this call first; lanes without a known price last.</summary>
    LowestPrice = 1,

    /// <summary>The lane with the shortest recent answers first; one call a minute goes to a lane that was not measured for a minute, to measure it.</summary>
    LowestLatency = 2,
}
