namespace JobWise.Llm.Pipeline;

/// <summary>Which of the weighted lanes a call belongs to.</summary>
internal static class RouteArm
{
    /// <summary>
    /// The lane with the highest score, where a lane's score is <c>-weight / ln(hash)</c> (weighted rendezvous hashing). When one weight is
    /// raised, callers only move to that lane, and everyone else stays.
    /// </summary>
    /// <param name="weights">At least one above zero.</param>
    /// <param name="stickyTo">The user, or the call where there is none.</param>
    public static string Choose(IDictionary<string, double> weights, string stickyTo)
    {
        var (best, bestScore) = ("", double.NegativeInfinity);
        foreach (var (lane, weight) in weights)
        {
            var score = weight > 0 ? -weight / Math.Log(StickyHash.Of(stickyTo, lane.ToUpperInvariant())) : double.NegativeInfinity;
            if (score > bestScore)
            {
                (best, bestScore) = (lane, score);
            }
        }

        return best;
    }
}
