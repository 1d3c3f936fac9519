namespace JobWise.Llm.LiveTests;

/// <summary>What keeps a run cheap.</summary>
internal static class RunLimits
{
    /// <summary>The output cap of every call, reasoning included.</summary>
    public const int MaxTokens = 1_000;

    /// <summary>The most sends of one call: a retry or a re-ask, and no more.</summary>
    public const int MostSends = 2;

    /// <summary>A whole answer, a streamed one, a typed one.</summary>
    public const int CallsPerModel = 3;

    /// <summary>More than any prompt here has, the schema of the typed call included.</summary>
    public const int PromptTokens = 600;
}
