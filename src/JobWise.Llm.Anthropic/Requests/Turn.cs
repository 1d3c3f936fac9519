namespace JobWise.Llm.Wire;

/// <summary>What one side says before the other answers; joined from as many messages as follow each other.</summary>
internal sealed class Turn
{
    public required string Role { get; init; }

    public required IReadOnlyList<LLMContentPart> Parts { get; init; }
}
