namespace JobWise.Llm.Resume;

/// <summary>Something that a model said and code did not accept.</summary>
public sealed record ResumeFinding
{
    /// <summary>The rule, such as <c>unknown_id</c> or <c>number</c>; see <see cref="ResumeFindingCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The offending word, number or id.</summary>
    public required string Value { get; init; }

    /// <summary>What is wrong with it, for a reader of the report.</summary>
    public required string Reason { get; init; }
}
