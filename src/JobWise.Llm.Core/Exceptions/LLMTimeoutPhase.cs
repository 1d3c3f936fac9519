namespace JobWise.Llm;

/// <summary>Which wait ran out.</summary>
public enum LLMTimeoutPhase
{
    /// <summary>The whole call, waits and retries included.</summary>
    Total = 0,

    /// <summary>Opening the connection.</summary>
    Connect = 1,

    /// <summary>From sending the request to the first content.</summary>
    FirstContent = 2,

    /// <summary>Between two pieces of content.</summary>
    Idle = 3,

    /// <summary>One attempt as a whole.</summary>
    Attempt = 4,

    /// <summary>From sending the request to the first byte of the answer.</summary>
    FirstByte = 5,
}
