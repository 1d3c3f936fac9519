namespace JobWise.Llm.Conformance;

/// <summary>What follows the first word of a stream.</summary>
public enum StreamEnding
{
    /// <summary>The rest, to the proper end.</summary>
    Complete = 0,

    /// <summary>Nothing: the connection ends.</summary>
    Cut = 1,

    /// <summary>Nothing, and the connection stays open until the caller cancels.</summary>
    Hangs = 2,
}
