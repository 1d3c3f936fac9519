namespace JobWise.Llm;

/// <summary>Something the caller asked for that was not done as asked, though the call succeeded.</summary>
public sealed record LLMWarning
{
    /// <summary>A stable word for programs, such as <c>option_ignored</c> or <c>format_stepped_down</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The option concerned, in the spelling of <see cref="LLMRequest"/>; null where it is none.</summary>
    public string? Option { get; init; }

    /// <summary>What happened, in words.</summary>
    public required string Message { get; init; }
}
