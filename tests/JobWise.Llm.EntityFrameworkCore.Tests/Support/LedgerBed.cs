using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Support;

/// <summary>A ledger in a file, as a program gets it.</summary>
internal sealed class LedgerBed : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LedgerBed(ServiceProvider services) => _services = services;

    public ILLMUsageLedger Ledger => _services.GetRequiredService<ILLMUsageLedger>();

    public ILLMLedgerUpkeep Upkeep => _services.GetRequiredService<ILLMLedgerUpkeep>();

    public ILLMUsageReports Reports => _services.GetRequiredService<ILLMUsageReports>();

    public StoreContexts Contexts => _services.GetRequiredService<StoreContexts>();

    /// <summary>Starts a program on the files; a second one on the same files is the program after its restart.</summary>
    public static async Task<LedgerBed> StartAsync(
        TestFile file, TimeProvider? time = null, Action<LLMLedgerOptions>? configure = null, ILLMLedgerListener? listener = null, bool migrate = true)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        if (listener is not null)
        {
            services.AddSingleton(listener);
        }

        services.AddJobWiseLlm().AddSqliteStore(file.ConnectionString, options =>
        {
            options.SpoolPath = file.Spool;
            options.RetryInterval = TimeSpan.FromMilliseconds(20);
            configure?.Invoke(options);
        });
        var bed = new LedgerBed(services.BuildServiceProvider());
        if (migrate)
        {
            await bed._services.MigrateLlmStoreAsync();
        }

        return bed;
    }

    public Task MigrateAsync() => _services.MigrateLlmStoreAsync();

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

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
