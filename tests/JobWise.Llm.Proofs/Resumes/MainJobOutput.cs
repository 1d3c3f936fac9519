namespace JobWise.Llm.Proofs.Resumes;

/// <summary>What the main job left for the user.</summary>
internal sealed record MainJobOutput
{
    public required string Markdown { get; init; }

    public required string Html { get; init; }

    /// <summary>The keywords that the posting and the profile share, in ordinal order.</summary>
    public required string MatchedKeywords { get; init; }

    /// <summary>Texts of the model that reached the page in words of its own.</summary>
    public required int Rephrased { get; init; }

    /// <summary>Texts of the model that were refused.</summary>
    public required int Refused { get; init; }
}
