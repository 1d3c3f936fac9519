namespace JobWise.Llm.Resume;

/// <summary>A tool, product or abbreviation with all its spellings.</summary>
/// <param name="Canonical">The usual spelling.</param>
/// <param name="Spellings">All spellings, the usual one first.</param>
internal sealed record KnownName(string Canonical, IReadOnlyList<KnownSpelling> Spellings);
