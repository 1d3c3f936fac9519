namespace JobWise.Llm.Resume;

/// <summary>A line of a plain list: "Lead: text", or one of the two.</summary>
public sealed record DocumentLine
{
    /// <summary>The part to set in bold; null for none.</summary>
    public string? Lead { get; init; }

    /// <summary>The rest; null for none.</summary>
    public string? Text { get; init; }
}
