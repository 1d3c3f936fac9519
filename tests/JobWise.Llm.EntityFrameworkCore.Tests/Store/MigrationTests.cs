using JobWise.Llm.EntityFrameworkCore.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Store;

public sealed class MigrationTests
{
    private const string Columns = """
        select m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk as "Value" from sqlite_master m, pragma_table_info(m.name) c
        where m.type = 'table' and m.name like 'llm_%' and m.name <> 'llm_migrations'
        union all
        select sql from sqlite_master where type = 'index' and sql is not null
        order by 1
        """;

    [Fact]
    public async Task Migrate_makes_what_the_model_describes()
    {
        using var migrated = new TestFile();
        using var described = new TestFile();
        await using var services = Services(migrated);
        await using var otherServices = Services(described);

        await services.MigrateLlmStoreAsync();
        await using var context = otherServices.GetRequiredService<StoreContexts>().Create();
        await context.Database.EnsureCreatedAsync();

        var expected = await context.Database.SqlQueryRaw<string>(Columns).ToListAsync();
        await using var actual = services.GetRequiredService<StoreContexts>().Create();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await actual.Database.SqlQueryRaw<string>(Columns).ToListAsync());
    }

    [Fact]
    public async Task Migrate_twice_changes_nothing()
    {
        using var file = new TestFile();
        await using var services = Services(file);

        await services.MigrateLlmStoreAsync();
        await services.MigrateLlmStoreAsync();

        await using var context = services.GetRequiredService<StoreContexts>().Create();
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task Migrate_of_a_database_of_the_first_version_keeps_its_records()
    {
        using var file = new TestFile();
        await using var bed = await LedgerBed.StartAsync(file, migrate: false);
        await using (var context = bed.Contexts.Create())
        {
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().First());
        }

        await bed.Ledger.RecordOutcomeAsync(Some.Answer(Some.Intent()));
        await bed.MigrateAsync();

        Assert.Equal(120, Assert.Single(await bed.RowsAsync()).TotalTokens);
    }

    [Fact]
    public async Task Migrate_without_a_store_says_what_to_add()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => services.MigrateLlmStoreAsync());

        Assert.Equal("No store is registered. Add one with AddSqliteStore() or AddPostgreSqlStore().", error.Message);
    }

    [Fact]
    public async Task Script_makes_the_tables()
    {
        using var file = new TestFile();
        await using var services = Services(file);

        var script = services.ScriptLlmStore();

        Assert.Contains("CREATE TABLE \"llm_usage\"", script, StringComparison.Ordinal);
        Assert.Contains("CREATE INDEX \"ix_llm_usage_open\"", script, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(TestFile file)
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddSqliteStore(file.ConnectionString);
        return services.BuildServiceProvider();
    }
}
