using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.EntityFrameworkCore.Sqlite.Tests;

public sealed class LLMSqliteStoreBuilderExtensionsTests
{
    [Fact]
    public void AddSqliteStore_twice_keeps_the_last_file()
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddSqliteStore("Data Source=first.db").AddSqliteStore("Data Source=second.db");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("sqlite:" + Path.GetFullPath("second.db"), provider.GetRequiredService<IStoreDriver>().Identity);
        Assert.Single(provider.GetServices<ILLMUsageLedger>());
    }

    [Fact]
    public void AddSqliteStore_without_a_connection_string_is_refused()
    {
        var builder = new ServiceCollection().AddJobWiseLlm();

        Assert.Throws<ArgumentException>("connectionString", () => builder.AddSqliteStore(" "));
    }
}
