using JobWise.Llm.Proofs.Ledger.Children;
using JobWise.Llm.Proofs.Ledger.Stores;
using JobWise.Llm.Proofs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Ledger;

/// <summary>What the ledger has acknowledged is there after a kill, once.</summary>
internal sealed class LedgerProof : IProof
{
    private const int Kills = 200;
    private const int QuickKills = 4;
    private const int ServerKillEvery = 4;

    private static readonly IReadOnlyList<string> Columns = ["server kills", "acked", "lost", "doubled", "open"];

    public string Name => "ledger";

    public string Claim => "A process that writes to the ledger is killed at random, and so is PostgreSQL: no acknowledged record is lost or counted twice.";

    public string Control => "the writer acknowledges at once and writes four times a second";

    private static bool IsPostgreSqlRequired => Environment.GetEnvironmentVariable("REQUIRE_POSTGRES") == "1";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.AtLeast("stores", IsPostgreSqlRequired ? 2 : 1),
        ProofTarget.AtLeast("kills", isQuick ? QuickKills : Kills),
        ProofTarget.AtLeast("acked", isQuick ? 100 : 10_000),
        ProofTarget.Exactly("lost", 0) with { IsMissedByControl = true },
        ProofTarget.Exactly("doubled", 0),
        ProofTarget.Exactly("open_beyond", 0),
    ];

    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        var kills = run.IsQuick ? QuickKills : Kills;
        var (audits, findings, rows) = (new List<LedgerAudit>(), new List<string>(), new List<ProofRow>());
        await using (var file = new SqliteFile())
        {
            await RunAsync(file);
        }

        if (await PostgreSqlServer.StartAsync(cancellationToken) is { } server)
        {
            await using (server)
            {
                await RunAsync(server);
            }
        }
        else
        {
            findings.Add("PostgreSQL is not installed, so that store was not tried.");
        }

        return new ProofResult
        {
            Tables = [new ProofTable("stores", Columns, rows)],
            Findings = findings,
            Figures =
            [
                new("stores", audits.Count), new("kills", audits.Count * kills), new("acked", audits.Sum(audit => audit.Acknowledged)),
                new("lost", audits.Sum(audit => audit.Lost)), new("doubled", audits.Sum(audit => audit.Doubled)),
                new("open_beyond", audits.Sum(audit => Math.Max(0, audit.Open - (kills * LedgerChildProgram.Workers)))),
            ],
        };

        async Task RunAsync(ILedgerStore store)
        {
            var audit = await KillAsync(store, kills, run, cancellationToken);
            audits.Add(audit);
            rows.Add(new ProofRow(store.Name, kills, [$"{(store.HasServer ? kills / ServerKillEvery : 0)}", $"{audit.Acknowledged}", $"{audit.Lost}", $"{audit.Doubled}", $"{audit.Open}"]));
            if (await store.CheckAsync(cancellationToken) is { Length: > 0 } damage)
            {
                findings.Add(damage);
            }
        }
    }

    private static async Task<LedgerAudit> KillAsync(ILedgerStore store, int kills, ProofRun run, CancellationToken cancellationToken)
    {
        var (audit, chance) = (new LedgerAudit(), new Random(run.Seed));
        await using (var first = LedgerPrograms.Build(store.Name, store.ConnectionString, store.Spool))
        {
            await first.MigrateLlmStoreAsync(cancellationToken);
        }

        for (var kill = 1; kill <= kills; kill++)
        {
            using var child = LedgerChild.Start(store, run.IsControl ? LedgerChildProgram.Buffered : LedgerChildProgram.Product);
            var isServerKilled = store.HasServer && kill % ServerKillEvery == 0;
            audit.Note(await child.RunAndKillAsync(
                TimeSpan.FromMilliseconds(chance.Next(10, 300)), () => isServerKilled ? store.CrashServerAsync(cancellationToken) : Task.CompletedTask));
        }

        // A program that starts again writes what waits in the spool.
        await using var last = LedgerPrograms.Build(store.Name, store.ConnectionString, store.Spool);
        await last.GetRequiredService<ILLMLedgerUpkeep>().RecoverAsync(cancellationToken);
        await audit.CompareAsync(store, cancellationToken);
        return audit;
    }
}
