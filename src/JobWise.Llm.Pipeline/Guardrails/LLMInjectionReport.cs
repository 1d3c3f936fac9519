namespace JobWise.Llm;

/// <summary>What was found in the messages of one request.</summary>
public sealed record LLMInjectionReport
{
    /// <summary>The score of the most suspicious message, 0 to 1. It grows with every rule that holds.</summary>
    public required double Score { get; init; }

    /// <summary>Every rule that holds, message by message.</summary>
    public required IReadOnlyList<LLMGuardrailFinding> Findings { get; init; }
}
