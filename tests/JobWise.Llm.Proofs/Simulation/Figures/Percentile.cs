namespace JobWise.Llm.Proofs.Simulation.Figures;

/// <summary>The nearest rank: the smallest value that at least the given part of all values does not exceed.</summary>
internal static class Percentile
{
    public static TimeSpan Of(IEnumerable<TimeSpan> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0
            ? throw new InvalidOperationException("There is no percentile of nothing: no call was made.")
            : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }
}
