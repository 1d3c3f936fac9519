namespace JobWise.Llm.Resume;

/// <summary>Something that a model said and code did not accept.</summary>
public sealed record ResumeFinding
{
    private const int LongestValue = 200;

    /// <summary>The rule, such as <c>unknown_id</c> or <c>number</c>; see <see cref="ResumeFindingCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The offending word, number or id, at most 200 characters. A model wrote it, so control characters are taken out.</summary>
    public required string Value { get; init => field = Shorten(VisibleText.Clean(value) ?? string.Empty); }

    /// <summary>What is wrong with it, for a reader of the report.</summary>
    public required string Reason { get; init; }

    private static string Shorten(string text) => text.Length <= LongestValue ? text : text[..LongestValue];
}
