namespace JobWise.Llm;

/// <summary>Whether a piece of JSON is whole.</summary>
internal enum JsonPieceState
{
    /// <summary>Well-formed, save trailing commas and comments.</summary>
    Whole = 0,

    /// <summary>Begins like JSON and goes wrong.</summary>
    Broken = 1,

    /// <summary>Well-formed up to the end of the text, where brackets are still open.</summary>
    Cut = 2,
}
