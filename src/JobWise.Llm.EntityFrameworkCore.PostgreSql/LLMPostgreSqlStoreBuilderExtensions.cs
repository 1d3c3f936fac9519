using JobWise.Llm.EntityFrameworkCore;
using JobWise.Llm.EntityFrameworkCore.PostgreSql;

namespace JobWise.Llm;

/// <summary>Keeps usage in PostgreSQL.</summary>
public static class LLMPostgreSqlStoreBuilderExtensions
{
    /// <summary>
    /// Keeps what calls used in a PostgreSQL database, for many processes and machines. Create its tables with
    /// <c>await services.MigrateLlmStoreAsync()</c>. Of several stores the last one added is in force.
    /// </summary>
    /// <param name="builder">The builder from <c>AddJobWiseLlm()</c>.</param>
    /// <param name="connectionString">Of Npgsql.</param>
    /// <param name="configure">Settings of the ledger.</param>
    /// <returns>The same builder.</returns>
    public static ILLMBuilder AddPostgreSqlStore(this ILLMBuilder builder, string connectionString, Action<LLMLedgerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return builder.AddStore(new PostgreSqlStoreDriver(connectionString), configure);
    }
}
