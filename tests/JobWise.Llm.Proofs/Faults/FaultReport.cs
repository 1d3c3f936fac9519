using System.Globalization;
using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Turns results into tables, figures and findings.</summary>
internal static class FaultReport
{
    public static ProofResult Of(IReadOnlyList<FaultResult> results, int repeated, bool isControl) => new()
    {
        Tables = [Subjects(results, repeated), Rows(results, isControl)],
        Figures =
        [
            new("tried", results.Count),
            new("clean", results.Count(result => result.Verdict.IsClean)),
            new("raw", results.Count(result => result.Verdict.IsRaw)),
            new("hangs", results.Count(result => result.Verdict.IsHang)),
            new("truncated", results.Count(result => result.Verdict.IsTruncated)),
            new("foreign_bytes", results.Sum(result => result.Verdict.ForeignBytes)),
        ],
        Findings = Findings(results),
    };

    private static ProofTable Subjects(IReadOnlyList<FaultResult> results, int repeated) => new(
        string.Create(CultureInfo.InvariantCulture, $"by client: N = {results.Count} cases, {results.DistinctBy(result => result.Fault).Count()} faults; played again because the machine lagged: {repeated}"),
        ["clean", "raw", "hangs", "truncated", "other"],
        [.. results.GroupBy(result => result.Subject).Select(group => new ProofRow(group.Key, group.Count(), Counts(group)))]);

    // The rigs speak to the library itself, so that some rows have no control.
    private static ProofTable Rows(IReadOnlyList<FaultResult> results, bool isControl) => new(
        "by row of the failure catalogue (a fault may stand for several)",
        ["faults", "clean", "what"],
        [.. FaultRows.Names.Select(row => Row(row.Key, row.Value, [.. results.Where(result => result.Rows.Contains(row.Key))])).Where(row => row.Tried > 0 || !isControl)]);

    private static ProofRow Row(int number, string name, IReadOnlyList<FaultResult> results) => new(
        number.ToString(CultureInfo.InvariantCulture),
        results.Count,
        [Text(results.DistinctBy(result => result.Fault).Count()), Text(results.Count(result => result.Verdict.IsClean)), name]);

    private static string[] Counts(IEnumerable<FaultResult> group)
    {
        var verdicts = group.Select(result => result.Verdict).ToList();
        return
        [
            Text(verdicts.Count(verdict => verdict.IsClean)),
            Text(verdicts.Count(verdict => verdict.IsRaw)),
            Text(verdicts.Count(verdict => verdict.IsHang)),
            Text(verdicts.Count(verdict => verdict.IsTruncated)),
            Text(verdicts.Count(verdict => !verdict.IsClean && !verdict.IsRaw && !verdict.IsHang && !verdict.IsTruncated)),
        ];
    }

    // One line per fault and client: the modes mostly fail alike.
    private static IReadOnlyList<string> Findings(IReadOnlyList<FaultResult> results) =>
    [
        .. results.Where(result => !result.Verdict.IsClean)
            .GroupBy(result => (result.Fault, result.Subject, Reason: string.Join("; ", result.Verdict.Reasons)))
            .Select(group => $"{group.Key.Fault}, {group.Key.Subject}, {string.Join('+', group.Select(result => result.Case))}: {group.Key.Reason}"),
    ];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
