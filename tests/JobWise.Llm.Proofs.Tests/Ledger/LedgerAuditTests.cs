using JobWise.Llm.Proofs.Ledger;
using JobWise.Llm.Proofs.Ledger.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Tests.Ledger;

/// <summary>The judge of the proof must see what it is there for.</summary>
public sealed class LedgerAuditTests
{
    [Fact]
    public async Task Compare_finds_what_was_said_and_is_not_there()
    {
        await using var store = new SqliteFile();
        var (kept, lost) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await WriteAsync(store, kept, tokens: 5);

        var audit = await AuditAsync(store, $"I {kept}", $"O {kept} 5", $"I {lost}", $"O {lost} 7");

        Assert.Equal((4, 2, 0L), (audit.Acknowledged, audit.Lost, audit.Doubled));
    }

    [Fact]
    public async Task Compare_finds_an_outcome_with_other_tokens()
    {
        await using var store = new SqliteFile();
        var id = Guid.CreateVersion7();
        await WriteAsync(store, id, tokens: 5);

        Assert.Equal(1, (await AuditAsync(store, $"O {id} 6")).Lost);
    }

    [Fact]
    public async Task Compare_finds_totals_that_count_twice()
    {
        await using var store = new SqliteFile();
        var id = Guid.CreateVersion7();
        await WriteAsync(store, id, tokens: 5);
        await using (var connection = store.Connect())
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "update llm_usage_daily set attempts = 2, total_tokens = 10";
            await command.ExecuteNonQueryAsync();
        }

        var audit = await AuditAsync(store, $"O {id} 5");

        Assert.Equal((0, 6L), (audit.Lost, audit.Doubled));
    }

    private static async Task<LedgerAudit> AuditAsync(SqliteFile store, params string[] lines)
    {
        var audit = new LedgerAudit();
        audit.Note(lines);
        await audit.CompareAsync(store, CancellationToken.None);
        return audit;
    }

    private static async Task WriteAsync(SqliteFile store, Guid id, int tokens)
    {
        await using var services = LedgerPrograms.Build(store.Name, store.ConnectionString, store.Spool);
        await services.MigrateLlmStoreAsync();
        await services.GetRequiredService<ILLMUsageLedger>().RecordOutcomeAsync(new LLMUsageOutcome
        {
            Intent = new LLMUsageIntent
            {
                AttemptId = id,
                Instance = "groq",
                Vendor = "groq",
                StartedAt = DateTimeOffset.UnixEpoch,
                Tags = new Dictionary<string, string> { ["team"] = "a" },
            },
            Status = LLMUsageStatus.Succeeded,
            Usage = new LLMUsage { TotalTokens = tokens },
        });
    }
}
