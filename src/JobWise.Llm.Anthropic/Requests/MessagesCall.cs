namespace JobWise.Llm.Wire;

/// <summary>What is asked about a message.</summary>
internal enum MessagesCall
{
    /// <summary>Its answer in one piece.</summary>
    Whole = 0,

    /// <summary>Its answer as a stream.</summary>
    Streamed = 1,

    /// <summary>How many tokens it has.</summary>
    Count = 2,
}
