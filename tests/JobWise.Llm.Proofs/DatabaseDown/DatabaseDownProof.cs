using System.Globalization;
using JobWise.Llm.Proofs.Ledger.Stores;
using JobWise.Llm.Proofs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.DatabaseDown;

/// <summary>What callers and the ledger notice of a database that is away.</summary>
internal sealed class DatabaseDownProof : IProof
{
    private static readonly TimeSpan MostReplay = TimeSpan.FromSeconds(60);

    public string Name => "database-down";

    public string Claim => "While the database is away no call fails, and when it is back it has the record of every call that was answered, once.";

    public string Control => "a ledger that writes straight to the database and goes on where that fails";

    private static bool IsRequired => Environment.GetEnvironmentVariable("REQUIRE_POSTGRES") == "1";

    public IReadOnlyList<ProofTarget> Targets(bool isQuick) =>
    [
        ProofTarget.AtLeast("calls", IsRequired ? CallsIn(Outage(isQuick)) : 0),
        ProofTarget.Exactly("failed", 0),
        ProofTarget.Exactly("lost", 0) with { IsMissedByControl = true },
        ProofTarget.Exactly("doubled", 0),
    ];

    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancellationToken)
    {
        if (await PostgreSqlServer.StartAsync(cancellationToken) is not { } server)
        {
            return Result([], [], new DownCount(), ["PostgreSQL is not installed, so there was no database to stop."]);
        }

        await using (server)
        {
            await using var services = Build(server, run.IsControl);
            await services.MigrateLlmStoreAsync(cancellationToken);
            await DownStore.CreateDirectTableAsync(server, cancellationToken);
            var calls = new DownCalls(services.GetRequiredService<ILLMService>());
            await PlayAsync(calls, server, Outage(run.IsQuick), cancellationToken);
            await ReplayAsync(services, cancellationToken);
            var count = DownCount.Of(calls, await DownStore.ReadCallsAsync(server, run.IsControl, cancellationToken));
            return Result(
                [Row(run.IsControl ? "direct" : "product", calls, Outage(run.IsQuick))], [.. calls.Failures.Distinct(StringComparer.Ordinal)], count, []);
        }
    }

    private static TimeSpan Outage(bool isQuick) => TimeSpan.FromSeconds(isQuick ? 5 : 60);

    private static int CallsIn(TimeSpan outage) => (int)(outage.TotalSeconds * DownCalls.PerSecond);

    /// <summary>A while with the database, a while without, and a while with it again, under the same calls.</summary>
    private static async Task PlayAsync(DownCalls calls, PostgreSqlServer server, TimeSpan outage, CancellationToken cancellationToken)
    {
        var around = TimeSpan.FromSeconds(3);
        await calls.RunAsync(around, cancellationToken);
        await Task.WhenAll(calls.RunAsync(outage, cancellationToken), server.StopAsync(cancellationToken));
        await Task.WhenAll(calls.RunAsync(around, cancellationToken), server.StartAgainAsync(cancellationToken));
    }

    /// <summary>Waits until nothing is left in the spool; the product does it by itself, and this only watches.</summary>
    private static async Task ReplayAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var upkeep = services.GetRequiredService<ILLMLedgerUpkeep>();
        var start = TimeProvider.System.GetTimestamp();
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (upkeep.GetStatus() is { Spooled: > 0 } or { IsStoreReachable: false } or { InMemory: > 0 }
            && TimeProvider.System.GetElapsedTime(start) < MostReplay
            && await looks.WaitForNextTickAsync(cancellationToken))
        {
        }
    }

    private static ServiceProvider Build(PostgreSqlServer server, bool isControl)
    {
        var services = new ServiceCollection();
        if (isControl)
        {
            services.AddSingleton<ILLMUsageLedger>(new DirectLedger(server.ConnectionString));
        }

        services.AddJobWiseLlm()
            .AddMock(configure: mock => mock.Answer(_ => true, "On we go."))
            .AddPostgreSqlStore(server.ConnectionString, options => options.SpoolPath = server.Spool);
        return services.BuildServiceProvider();
    }

    private static ProofRow Row(string id, DownCalls calls, TimeSpan outage) => new(
        id,
        calls.Answered.Count + calls.Failures.Count,
        [
            string.Create(CultureInfo.InvariantCulture, $"{outage.TotalSeconds} s"),
            string.Create(CultureInfo.InvariantCulture, $"{calls.Failures.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"{calls.Median.TotalMilliseconds:0.0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"{calls.Longest.TotalMilliseconds:0} ms"),
        ]);

    private static ProofResult Result(IReadOnlyList<ProofRow> rows, IReadOnlyList<string> failures, DownCount count, IReadOnlyList<string> findings) => new()
    {
        Tables = [new ProofTable($"{DownCalls.PerSecond} calls a second, and a database that is stopped meanwhile", ["away", "failed", "median call", "longest call"], rows)],
        Findings = [.. findings, .. failures],
        Figures = [new("calls", count.Calls), new("failed", count.Failed), new("lost", count.Lost), new("doubled", count.Doubled)],
    };
}
