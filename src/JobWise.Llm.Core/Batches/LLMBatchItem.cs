namespace JobWise.Llm;

/// <summary>One request of a batch.</summary>
public sealed record LLMBatchItem
{
    /// <summary>Finds the result again: unique in the batch, 1 to 64 letters, digits, hyphens and underscores of ASCII. The provider sees it.</summary>
    public required string CustomId { get; init; }

    /// <summary>Planned and written as for <see cref="ILLMService.GenerateAsync"/>; its <see cref="LLMRequest.Call"/> is not used.</summary>
    public required LLMRequest Request { get; init; }
}
