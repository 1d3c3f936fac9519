using Npgsql;

namespace JobWise.Llm.Proofs.DatabaseDown;

/// <summary>The control: a ledger that writes straight to the database, and does not let a call fail because that did not work.</summary>
internal sealed class DirectLedger(string connectionString) : ILLMUsageLedger
{
    public ValueTask RecordIntentAsync(LLMUsageIntent intent, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public async ValueTask RecordOutcomeAsync(LLMUsageOutcome outcome, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(DownStore.DirectInsert, connection);
            command.Parameters.AddWithValue(outcome.Intent.CallId);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException)
        {
            // "It is only statistics."
        }
    }
}
