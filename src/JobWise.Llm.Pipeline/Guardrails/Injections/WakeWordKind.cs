namespace JobWise.Llm.Pipeline;

/// <summary>What a word makes a text worth reading for.</summary>
internal enum WakeWordKind
{
    /// <summary>For injections.</summary>
    Alone = 0,

    /// <summary>For injections, with another one near: each is common in ordinary text.</summary>
    Together = 1,

    /// <summary>For secrets.</summary>
    Secret = 2,
}
