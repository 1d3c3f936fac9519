namespace JobWise.Llm.Wire;

/// <summary>What of a request is sent, after the rules of the vendor and the model.</summary>
internal sealed class RequestPlan
{
    public required LLMRequest Request { get; init; }

    public required string Model { get; init; }

    public required IReadOnlyList<LLMMessage> Messages { get; init; }

    public bool Stream { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public LLMReasoningEffort? ReasoningEffort { get; init; }

    /// <summary>The form that is asked for, which may be less than the request's.</summary>
    public LLMResponseFormatKind Format { get; init; }

    /// <summary>Whether the schema is asked for as guaranteed.</summary>
    public bool Strict { get; init; }

    /// <summary>A sentence that is added to the system message; null when none is needed.</summary>
    public string? Instruction { get; init; }

    public IReadOnlyList<LLMWarning> Warnings { get; init; } = [];
}
