using System.Globalization;
using JobWise.Llm.Proofs.Running;

namespace JobWise.Llm.Proofs.LedgerTruth;

/// <summary>The ledger's sums against a server that counts for itself.</summary>
internal sealed class LedgerTruthProof : IProof
{
    private const int Users = 10;
    private const int AtOnce = 64;

    public string Name => "ledger-truth";

    public string Claim => "Every request that a provider received has one row in the ledger, and the rows add up to the provider's own tokens and their price.";

    public string Control => "a log with one line for each answer, its tokens guessed from the text";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.AtLeast("calls", CallsOf(isQuick)),
        ProofTarget.Exactly("row_error", 0) with { IsMissedByControl = true },
        ProofTarget.Exactly("token_error", 0) with { IsMissedByControl = true },
        ProofTarget.AtMost("cost_error", 0.000_000_001m) with { IsMissedByControl = true },
    ];

    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        var calls = CallsOf(run.IsQuick);
        List<ProofRow> rows = [];
        var (rowError, tokenError, costError) = (0, 0L, 0m);
        foreach (var store in Stores())
        {
            await using var server = new CountingServer(run.Seed);
            await using var subject = await SubjectAsync(store, server.Address, run.IsControl, cancellationToken);
            await Parallel.ForEachAsync(
                Enumerable.Range(0, calls),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (number, token) => await subject.CallAsync(number, $"user-{number % Users}", token));

            var told = server.ByUser;
            var accounts = await subject.ReadAsync([.. told.Keys], cancellationToken);
            var apart = told.Sum(user => user.Value.TokensApart(accounts.ByUser.GetValueOrDefault(user.Key))
                + Math.Abs(user.Value.Prompt + user.Value.Completion - (accounts.Reported?[user.Key] ?? 0)));
            var cost = told.Values.Sum(sums => sums.Cost);
            var costApart = told.Sum(user => Math.Abs(user.Value.Cost - accounts.ByUser.GetValueOrDefault(user.Key).Cost));
            var rowsApart = Math.Abs(server.Received - accounts.Rows) + accounts.OpenRows;
            (rowError, tokenError, costError) = (rowError + rowsApart, tokenError + apart, costError + costApart);
            rows.Add(Row(subject.Name, calls, server, accounts, apart, cost, costApart));
        }

        return new ProofResult
        {
            Tables = [new ProofTable("Calls with one of five requests spoilt", ["requests received", "of them", "rows", "open rows", "tokens apart", "cost told", "cost apart"], rows)],
            Figures =
            [
                new("calls", rows.Sum(row => row.Tried)),
                new("row_error", rowError),
                new("token_error", tokenError),
                new("cost_error", costError / 1.000000000000000000000000000m), // Without the zeros at its end.
            ],
        };
    }

    private static int CallsOf(bool isQuick) => isQuick ? 1_000 : 10_000;

    private static IEnumerable<string?> Stores()
    {
        yield return null;
        if (Environment.GetEnvironmentVariable("JOBWISE_POSTGRES") is { Length: > 0 } server)
        {
            yield return server;
        }
    }

    private static async Task<ITruthSubject> SubjectAsync(string? store, Uri server, bool isControl, CancellationToken cancellationToken)
    {
        var ledger = store is null ? LedgerSubject.OnSqlite(server) : await LedgerSubject.OnPostgreSqlAsync(server, store, cancellationToken);
        await ledger.MigrateAsync(cancellationToken);
        return isControl ? new CallLog(ledger, ledger.AskAsync) : ledger;
    }

    private static ProofRow Row(string id, int calls, CountingServer server, Accounts accounts, long tokensApart, decimal cost, decimal costApart) => new(
        id,
        calls,
        [
            server.Received.ToString(CultureInfo.InvariantCulture),
            string.Join(", ", server.Kinds.Select(kind => $"{kind.Value} {kind.Key}")),
            accounts.Rows.ToString(CultureInfo.InvariantCulture),
            accounts.OpenRows.ToString(CultureInfo.InvariantCulture),
            tokensApart.ToString(CultureInfo.InvariantCulture),
            cost.ToString("0.000000 USD", CultureInfo.InvariantCulture),
            costApart.ToString("0.000000000 USD", CultureInfo.InvariantCulture),
        ]);
}
