namespace JobWise.Llm;

/// <summary>What could not be taken over from a price file as it is.</summary>
public sealed record LLMPriceImportNote
{
    /// <summary>The model, as the file names it.</summary>
    public required string Model { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Text { get; init; }
}
