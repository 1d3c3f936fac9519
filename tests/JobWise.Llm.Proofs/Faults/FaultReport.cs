using System.Globalization;
using JobWise.Llm.Proofs.Faults.Judging;
using JobWise.Llm.Proofs.Faults.Subjects;
using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Turns results into tables, figures and findings.</summary>
internal static class FaultReport
{
    /// <summary>What each control must show in at least one case; the word is the column's.</summary>
    private static readonly (string Client, string What, Func<FaultVerdict, bool> Shows)[] Due =
    [
        (OpenAIPackageSubject.ClientName, "not clean", verdict => !verdict.IsClean),
        (OpenAIPackageSubject.ClientName, "raw", verdict => verdict.IsRaw),
        (OpenAIPackageSubject.ClientName, "truncated", verdict => verdict.IsTruncated),
        (NaiveReaderSubject.ClientName, "not clean", verdict => !verdict.IsClean),
        (NaiveReaderSubject.ClientName, "truncated", verdict => verdict.IsTruncated),
        (NaiveReaderSubject.ClientName, "foreign bytes", verdict => verdict.ForeignBytes > 0),
    ];

    public static ProofResult Of(IReadOnlyList<FaultResult> matrix, IReadOnlyList<FaultResult> rigs, int repeated)
    {
        IReadOnlyList<FaultResult> all = [.. matrix, .. rigs];
        return Of(all, [Subjects(all, repeated), Modes(matrix), Rows(all, isControl: false), Times(rigs)]);
    }

    /// <summary>
    /// Of the controls, each of which must be seen to fail in its own way. The column "tried" of that table counts the cases that showed it, so
    /// that one that showed nothing fails the proof as any row does that was tried 0 times.
    /// </summary>
    public static ProofResult OfControls(IReadOnlyList<FaultResult> results) =>
        Of(results, [Subjects(results, repeated: 0), Shown(results), Modes(results), Rows(results, isControl: true)]);

    private static ProofResult Of(IReadOnlyList<FaultResult> results, IReadOnlyList<ProofTable> tables) => new()
    {
        Tables = tables,
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

    private static ProofTable Shown(IReadOnlyList<FaultResult> results) => new(
        "what each control must show (tried: the cases that showed it)",
        ["of"],
        [.. Due.Select(due => new ProofRow($"{due.Client}: {due.What}", results.Count(result => result.Subject == due.Client && due.Shows(result.Verdict)), [Text(results.Count(result => result.Subject == due.Client))]))]);

    // Without the rigs, which have modes of their own.
    private static ProofTable Modes(IReadOnlyList<FaultResult> matrix) => new(
        "by mode: the matrix alone",
        ["faults", "clean"],
        [.. matrix.GroupBy(result => result.Case).Select(group => new ProofRow(group.Key, group.Count(), [Text(group.DistinctBy(result => result.Fault).Count()), Text(group.Count(result => result.Verdict.IsClean))]))]);

    private static ProofTable Times(IReadOnlyList<FaultResult> rigs) => new(
        "from the caller's cancellation to the end of the call, by phase (tried: calls)",
        ["median ms", "p99 ms", "worst ms"],
        [.. rigs.Where(result => result.Verdict.Times.Count > 0).GroupBy(result => result.Case, result => result.Verdict.Times).Select(group => Times(group.Key, [.. group.SelectMany(times => times).Order()]))]);

    private static ProofRow Times(string phase, IReadOnlyList<TimeSpan> times) => new(phase, times.Count, [At(times, 0.5), At(times, 0.99), At(times, 1)]);

    // The smallest time that at least this share of all does not exceed.
    private static string At(IReadOnlyList<TimeSpan> sorted, double share) =>
        sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)].TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

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
