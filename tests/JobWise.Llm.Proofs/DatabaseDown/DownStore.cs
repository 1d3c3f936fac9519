using JobWise.Llm.Proofs.Ledger.Stores;
using Npgsql;

namespace JobWise.Llm.Proofs.DatabaseDown;

/// <summary>Reads which calls the database knows, with SQL of the proof's own.</summary>
internal static class DownStore
{
    public const string DirectInsert = "insert into direct_ledger values ($1)";

    public static async Task CreateDirectTableAsync(PostgreSqlServer server, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("create table direct_ledger (call_id uuid)");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The ids of calls that are recorded as answered, each as often as it is there.</summary>
    public static async Task<IReadOnlyList<Guid>> ReadCallsAsync(PostgreSqlServer server, bool isDirect, CancellationToken cancellationToken)
    {
        List<Guid> calls = [];
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(isDirect ? "select call_id from direct_ledger" : "select call_id from llm_usage where status = 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            calls.Add(reader.GetGuid(0));
        }

        return calls;
    }
}
