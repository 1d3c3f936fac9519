namespace JobWise.Llm.Proofs.Simulation.Figures;

/// <summary>How evenly something is shared (Jain, Chiu, Hawe 1984): 1 when all have the same, 1/n when one has everything.</summary>
internal static class Jain
{
    public static decimal IndexOf(IReadOnlyCollection<int> shares)
    {
        var sum = shares.Sum(share => (decimal)share);
        var squares = shares.Sum(share => (decimal)share * share);
        return squares == 0 ? 0 : sum * sum / (shares.Count * squares);
    }
}
