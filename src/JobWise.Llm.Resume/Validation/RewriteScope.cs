namespace JobWise.Llm.Resume;

/// <summary>What a text is checked against.</summary>
internal sealed record RewriteScope
{
    /// <summary>The cited text.</summary>
    public required TextFacts Source { get; init; }

    /// <summary>Words that may be used besides, such as the person's label; they prove no numbers and no deeds.</summary>
    public TextFacts? Label { get; init; }

    /// <summary>Whether every number and name of the source must stay, as it must in a bullet.</summary>
    public bool MustKeepFacts { get; init; } = true;

    /// <summary>The years that the dates of all jobs add up to, for a summary that states its length of experience; null elsewhere.</summary>
    public int? TenureYears { get; init; }

    public bool HasStem(string stem) => Source.HasStem(stem) || Label?.HasStem(stem) == true;

    public bool HasCapital(string stem) => Source.HasCapital(stem) || Label?.HasCapital(stem) == true;

    public bool HasName(KnownName name) => Source.HasName(name) || Label?.HasName(name) == true;
}
