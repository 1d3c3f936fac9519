using JobWise.Llm.EntityFrameworkCore;
using JobWise.Llm.EntityFrameworkCore.Sqlite;

namespace JobWise.Llm;

/// <summary>Keeps usage in an SQLite file.</summary>
public static class LLMSqliteStoreBuilderExtensions
{
    /// <summary>
    /// Keeps what calls used in an SQLite file, for one machine. Create its tables with <c>await services.MigrateLlmStoreAsync()</c>. Of
    /// several stores the last one added is in force.
    /// </summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="connectionString">Of Microsoft.Data.Sqlite. The file is made where it is missing.</param>
    /// <param name="configure">Settings of the ledger.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddSqliteStore(this ILLMBuilder builder, string connectionString = "Data Source=jobwise-llm.db", Action<LLMLedgerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return builder.AddStore(new SqliteStoreDriver(connectionString), configure);
    }
}
