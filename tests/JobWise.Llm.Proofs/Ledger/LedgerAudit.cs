using System.Data.Common;
using System.Globalization;
using JobWise.Llm.Proofs.Ledger.Children;
using JobWise.Llm.Proofs.Ledger.Stores;

namespace JobWise.Llm.Proofs.Ledger;

/// <summary>Compares what children were told with what the database has, through plain SQL.</summary>
internal sealed class LedgerAudit
{
    private readonly HashSet<Guid> _intents = [];
    private readonly Dictionary<Guid, long> _outcomes = [];

    /// <summary>Records that were acknowledged.</summary>
    public int Acknowledged => _intents.Count + _outcomes.Count;

    /// <summary>Acknowledged, and not there, or there with other tokens.</summary>
    public int Lost { get; private set; }

    /// <summary>Attempts and tokens that the totals have beyond the rows, or lack.</summary>
    public long Doubled { get; private set; }

    /// <summary>Attempts without an end.</summary>
    public int Open { get; private set; }

    public void Note(IReadOnlyList<string> lines)
    {
        foreach (var words in lines.Select(line => line.Trim().Split(' ')))
        {
            var id = Guid.Parse(words[1]);
            if (words[0] == LedgerChildProgram.Intent)
            {
                _intents.Add(id);
            }
            else
            {
                _outcomes[id] = long.Parse(words[2], CultureInfo.InvariantCulture);
            }
        }
    }

    public async Task CompareAsync(ILedgerStore store, CancellationToken cancellationToken)
    {
        await using var connection = store.Connect();
        await connection.OpenAsync(cancellationToken);
        var rows = await ReadAsync(connection, "select attempt_id, status, total_tokens from llm_usage", cancellationToken);
        var ended = rows.Where(row => row.Value is not null).ToDictionary(row => row.Key, row => row.Value!.Value);
        Lost = _intents.Count(id => !rows.ContainsKey(id)) + _outcomes.Count(outcome => !ended.TryGetValue(outcome.Key, out var tokens) || tokens != outcome.Value);
        Open = rows.Count - ended.Count;
        foreach (var table in new[] { "llm_usage_daily", "llm_usage_tags" })
        {
            var (attempts, tokens) = await SumAsync(connection, table, cancellationToken);
            Doubled += Math.Abs(attempts - ended.Count) + Math.Abs(tokens - ended.Values.Sum());
        }
    }

    private static async Task<Dictionary<Guid, long?>> ReadAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new Dictionary<Guid, long?>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetGuid(0), (LLMUsageStatus)reader.GetInt32(1) == LLMUsageStatus.Succeeded ? reader.GetInt64(2) : null);
        }

        return rows;
    }

    private static async Task<(long Attempts, long Tokens)> SumAsync(DbConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select coalesce(sum(attempts), 0), coalesce(sum(total_tokens), 0) from {table}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture));
    }
}
