namespace JobWise.Llm.Proofs.Resumes.Facts;

/// <summary>What a page states too much or too little.</summary>
/// <param name="Foreign">Stated, but not in the profile, or stated once too often.</param>
/// <param name="Lost">In the profile, but not stated.</param>
internal sealed record FactComparison(IReadOnlyList<Fact> Foreign, IReadOnlyList<Fact> Lost)
{
    public static FactComparison Compare(Truth truth, IReadOnlyList<Fact> stated)
    {
        var open = truth.Required.GroupBy(fact => fact).ToDictionary(group => group.Key, group => group.Count());
        var foreign = new List<Fact>();
        foreach (var fact in stated)
        {
            if (open.TryGetValue(fact, out var left) && left > 0)
            {
                open[fact] = left - 1;
            }
            else if (!truth.Allowed.Contains(fact))
            {
                foreign.Add(fact);
            }
        }

        return new FactComparison(foreign, [.. open.SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Value))]);
    }
}
