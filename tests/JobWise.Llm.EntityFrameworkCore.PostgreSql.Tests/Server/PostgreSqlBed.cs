using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;

/// <summary>A ledger in a database of its own, as a program gets it.</summary>
internal sealed class PostgreSqlBed : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobwise-llm-");
    private readonly ServiceProvider _services;

    private PostgreSqlBed(TestDatabase database, Action<LLMLedgerOptions>? configure)
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddPostgreSqlStore(database.ConnectionString, options =>
        {
            options.SpoolPath = Path.Combine(_folder.FullName, "spool.db");
            options.RetryInterval = TimeSpan.FromMilliseconds(20);
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public ILLMUsageLedger Ledger => _services.GetRequiredService<ILLMUsageLedger>();

    public ILLMLedgerUpkeep Upkeep => _services.GetRequiredService<ILLMLedgerUpkeep>();

    public ILLMUsageReports Reports => _services.GetRequiredService<ILLMUsageReports>();

    public StoreContexts Contexts => _services.GetRequiredService<StoreContexts>();

    /// <summary>Starts a program on the database.</summary>
    public static async Task<PostgreSqlBed> StartAsync(TestDatabase database, Action<LLMLedgerOptions>? configure = null)
    {
        var bed = new PostgreSqlBed(database, configure);
        await bed._services.MigrateLlmStoreAsync();
        return bed;
    }

    public async Task<List<UsageRow>> RowsAsync()
    {
        await using var context = Contexts.Create();
        return await context.Set<UsageRow>().OrderBy(row => row.AttemptId).ToListAsync();
    }

    public async Task<List<DailyRow>> DailyAsync()
    {
        await using var context = Contexts.Create();
        return await context.Set<DailyRow>().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
