namespace JobWise.Llm;

/// <summary>What put the lanes of a call into their order.</summary>
public enum LLMRouteBasis
{
    /// <summary>They stand as they were listed or asked for.</summary>
    Listed = 0,

    /// <summary>The first was drawn by the weights; the others stand as they were listed.</summary>
    Weight = 1,

    /// <summary>The lowest estimated price of the call first.</summary>
    Price = 2,

    /// <summary>The shortest recent answers first, or a lane that was due to be measured.</summary>
    Latency = 3,
}
