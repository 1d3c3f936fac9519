namespace JobWise.Llm;

/// <summary>What an <see cref="LLMStreamUpdate"/> brings.</summary>
public enum LLMStreamUpdateKind
{
    /// <summary>A piece of the answer.</summary>
    Text = 0,

    /// <summary>A piece of the model's reasoning.</summary>
    Reasoning = 1,

    /// <summary>A piece of a tool call.</summary>
    ToolCall = 2,

    /// <summary>The token count so far; a later one replaces it.</summary>
    Usage = 3,

    /// <summary>The provider's limits, from the response headers.</summary>
    RateLimits = 4,

    /// <summary>The end: the complete response.</summary>
    Completed = 5,
}
