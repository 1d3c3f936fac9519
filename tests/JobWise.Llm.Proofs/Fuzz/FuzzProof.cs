using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Whatever bytes a server sends, a caller gets a sound answer or an exception of the tree.</summary>
internal sealed class FuzzProof : IProof
{
    private const int Full = 5_000_000;
    private const int Quick = 1_000_000;
    private static readonly IReadOnlyList<string> Columns = ["answers", "exceptions of the tree", "again in pieces", "bad"];

    public string Name => "fuzz";

    public string Claim => "No bytes of a server bring a caller anything but a sound answer or an exception of the tree, however they are cut.";

    public string Control => "the readers are replaced by one that trusts its server: it reads the members it needs and nothing else";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.AtLeast("tried", isQuick ? Quick : Full),
        ProofTarget.Exactly("bad", 0) with { IsMissedByControl = true },
    ];

    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        List<(FuzzTarget Target, FuzzCounts Counts)> rows = [];
        List<(FuzzTarget Target, FuzzCounts Counts)> cuts = [];
        var targets = FuzzTargets.All.Select(target => run.IsControl ? target with { Create = http => new TrustingLLMService(http) } : target).ToList();
        var share = ((run.IsQuick ? Quick : Full) / targets.Count) + 1;
        foreach (var (target, index) in targets.Select((target, index) => (target, index)))
        {
            rows.Add((target, await MutateAsync(target, run.Seed, index * share, share, cancellationToken)));
        }

        foreach (var target in targets.Where(target => target.Kind == FuzzKind.Stream))
        {
            using var worker = new FuzzWorker(target);
            cuts.Add((target, await worker.CutAsync()));
        }

        return new ProofResult
        {
            Tables = [Table("mutants", rows), Table("good streams, in pieces of every length", cuts)],
            Figures = [new("tried", rows.Sum(row => row.Counts.Tried)), new("bad", rows.Concat(cuts).Sum(row => row.Counts.Bad))],
            Findings = [.. rows.Concat(cuts).SelectMany(row => row.Counts.Findings.Take(5).Select(finding => $"{row.Target.Name}, seed {run.Seed}, {finding}"))],
        };
    }

    private static async Task<FuzzCounts> MutateAsync(FuzzTarget target, int seed, int first, int mutants, CancellationToken cancellationToken)
    {
        var workers = Environment.ProcessorCount;
        var counts = await Task.WhenAll(Enumerable.Range(0, workers).Select(part => Task.Run(
            async () =>
            {
                using var worker = new FuzzWorker(target);
                return await worker.RunAsync(seed, first + part, workers, first + mutants, cancellationToken);
            },
            cancellationToken)));
        var sum = new FuzzCounts();
        foreach (var each in counts)
        {
            sum.Add(each);
        }

        return sum;
    }

    private static ProofTable Table(string title, IEnumerable<(FuzzTarget Target, FuzzCounts Counts)> rows) => new(
        title,
        Columns,
        [.. rows.Select(row => new ProofRow(
            row.Target.Name,
            row.Counts.Tried,
            [$"{row.Counts.Answers}", $"{row.Counts.Tried - row.Counts.Answers}", $"{row.Counts.InPieces}", $"{row.Counts.Bad}"]))]);
}
