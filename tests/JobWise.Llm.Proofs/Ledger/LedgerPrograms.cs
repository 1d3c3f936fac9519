using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Proofs.Ledger;

/// <summary>A program with a ledger, as an application registers it.</summary>
internal static class LedgerPrograms
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";

    public static ServiceProvider Build(string store, string connectionString, string spool)
    {
        var services = new ServiceCollection();
        var builder = services.AddJobWiseLlm();
        _ = store == Sqlite ? builder.AddSqliteStore(connectionString, Configure) : builder.AddPostgreSqlStore(connectionString, Configure);
        return services.BuildServiceProvider();

        void Configure(LLMLedgerOptions options) => (options.SpoolPath, options.RetryInterval) = (spool, TimeSpan.FromMilliseconds(100));
    }
}
