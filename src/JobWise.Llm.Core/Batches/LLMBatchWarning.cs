namespace JobWise.Llm;

/// <summary>An option of one item that was not sent as asked.</summary>
public sealed record LLMBatchWarning
{
    /// <summary>The item concerned.</summary>
    public required string CustomId { get; init; }

    /// <summary>As on <see cref="LLMResponse.Warnings"/> of a single call.</summary>
    public required LLMWarning Warning { get; init; }
}
