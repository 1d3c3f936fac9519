namespace JobWise.Llm.Wire;

/// <summary>What the protocol and one model allow of the forms of answer.</summary>
internal readonly record struct FormatRules
{
    /// <summary>Whether the protocol has a form for any JSON object.</summary>
    public bool HasJsonObject { get; init; }

    /// <summary>Why a strict schema cannot be asked for in this call; null when it can.</summary>
    public string? StrictObstacle { get; init; }
}
