namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>The facts an entry states: who, as what, when, where.</summary>
internal static class EntryFacts
{
    public static IEnumerable<Fact> Of(string section, string heading, string organization, string dates, string place)
    {
        Fact[] facts =
        [
            new($"{section} title", organization, heading),
            new($"{section} organization", "", organization),
            new($"{section} dates", $"{heading} | {organization}", dates),
            new($"{section} place", $"{heading} | {organization}", place),
        ];
        return facts.Where(fact => fact.Value.Length > 0);
    }
}
