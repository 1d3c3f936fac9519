using JobWise.Llm.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm;

/// <summary>Brings the tables of the store up to date.</summary>
public static class LLMStoreServiceProviderExtensions
{
    /// <summary>
    /// Creates or upgrades the tables, which all begin with <c>llm_</c>. Call it once before the first call of a model, as in
    /// <c>await app.Services.MigrateLlmStoreAsync()</c>. Does nothing to tables that are up to date; several processes may call it at once. The
    /// ledger begins with it: it looks for what the last run of the program left open, and writes what waits in the spool.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="cancellationToken">Gives up waiting; a step that has begun is finished or undone by the database.</param>
    /// <exception cref="InvalidOperationException">No store is registered.</exception>
    public static async Task MigrateLlmStoreAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        var context = Contexts(services).Create();
        await using (context.ConfigureAwait(false))
        {
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }

        services.GetService<UsageLedger>()?.Start();
    }

    /// <summary>The SQL that <see cref="MigrateLlmStoreAsync"/> would run on an empty database, for those who apply it by hand.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="fromMigration">The last migration that the database has; null for none.</param>
    /// <exception cref="InvalidOperationException">No store is registered.</exception>
    public static string ScriptLlmStore(this IServiceProvider services, string? fromMigration = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        using var context = Contexts(services).Create();
        return context.GetService<IMigrator>().GenerateScript(fromMigration);
    }

    private static StoreContexts Contexts(IServiceProvider services) => services.GetService<StoreContexts>()
        ?? throw new InvalidOperationException("No store is registered. Add one with AddSqliteStore() or AddPostgreSqlStore().");
}
