namespace JobWise.Llm.Resume;

/// <summary>The decisions on all texts of a resume.</summary>
/// <param name="Summary">The summary's sentences, those left out included.</param>
/// <param name="Bullets">One decision for every bullet of the profile, by its id.</param>
/// <param name="Rejected">Texts that cite nothing usable.</param>
/// <param name="Checked">How many facts were looked up.</param>
/// <param name="Mismatches">How many of them were not found.</param>
internal sealed record Judgement(
    IReadOnlyList<TextDecision> Summary,
    IReadOnlyDictionary<string, TextDecision> Bullets,
    IReadOnlyList<ResumeFinding> Rejected,
    int Checked,
    int Mismatches)
{
    public IEnumerable<TextDecision> All => Summary.Concat(Bullets.Values);
}
