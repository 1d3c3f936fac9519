using JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Store;

public sealed class MigrationTests
{
    private const string Columns = """
        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as "Value" from information_schema.columns
        where table_schema = 'public' and table_name <> 'llm_migrations'
        union all
        select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'llm_migrations'
        order by 1
        """;

    [PostgreSqlFact]
    public async Task Migrate_makes_what_the_model_describes()
    {
        await using var migrated = await TestDatabase.CreateAsync();
        await using var described = await TestDatabase.CreateAsync();
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

    [PostgreSqlFact]
    public async Task Migrate_by_several_processes_at_once_succeeds()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = Services(database);
        await using var second = Services(database);

        await Task.WhenAll(first.MigrateLlmStoreAsync(), second.MigrateLlmStoreAsync());

        await first.MigrateLlmStoreAsync();
    }

    private static ServiceProvider Services(TestDatabase database)
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddPostgreSqlStore(database.ConnectionString);
        return services.BuildServiceProvider();
    }
}
