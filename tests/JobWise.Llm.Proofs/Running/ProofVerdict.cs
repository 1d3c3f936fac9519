namespace JobWise.Llm.Proofs.Running;

/// <summary>Whether a result shows what it should, and if not, why.</summary>
/// <param name="Reasons">Empty when it does.</param>
internal sealed record ProofVerdict(IReadOnlyList<string> Reasons)
{
    public bool IsPassed => Reasons.Count == 0;

    public static ProofVerdict Judge(IReadOnlyList<ProofTarget> targets, ProofResult result, bool isControl)
    {
        var rows = result.Tables.SelectMany(table => table.Rows).ToList();
        var untried = rows.Where(row => row.Tried == 0).Select(row => $"row {row.Id} was tried 0 times");
        var empty = rows.Count == 0 ? ["no row was tried"] : Array.Empty<string>();
        var blind = isControl && !targets.Any(target => target.IsMissedByControl) ? ["no target is said to be missed by the control"] : Array.Empty<string>();
        return new ProofVerdict([.. untried, .. empty, .. blind, .. targets.Select(target => Wrong(target, result, isControl)).OfType<string>()]);
    }

    private static string? Wrong(ProofTarget target, ProofResult result, bool isControl)
    {
        var figure = result.Figures.FirstOrDefault(each => each.Key == target.Key);
        var mustMiss = isControl && target.IsMissedByControl;
        return figure switch
        {
            null => $"{target.Key} was not measured, its target is {target}",
            _ when target.IsMetBy(figure.Value) == !mustMiss => null,
            _ when mustMiss => $"the control was not noticed: {figure} meets the target {target}",
            _ => $"{figure} misses the target {target}",
        };
    }
}
