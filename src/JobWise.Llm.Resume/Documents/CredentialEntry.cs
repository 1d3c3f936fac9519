namespace JobWise.Llm.Resume;

/// <summary>A certificate, an award or a publication.</summary>
public sealed record CredentialEntry
{
    /// <summary><c>certificate-1</c>, <c>award-1</c> or <c>publication-1</c>, counted from 1 in the order of the source.</summary>
    public required string Id { get; init; }

    /// <summary>What was earned, won or published.</summary>
    public string? Title { get; init; }

    /// <summary>Who issued, awarded or published it.</summary>
    public string? Issuer { get; init; }

    /// <summary>As written in the source.</summary>
    public string? Date { get; init; }

    /// <summary>Where it can be looked up.</summary>
    public string? Url { get; init; }

    /// <summary>More about it.</summary>
    public string? Summary { get; init; }
}
