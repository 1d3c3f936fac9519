using static JobWise.Llm.Architecture.Tests.Packages.PackageKind;

namespace JobWise.Llm.Architecture.Tests.Packages;

/// <summary>The packages of this repository and what each may reference. A new package starts with a row here and in docs/architecture.md.</summary>
internal static class PackageTable
{
    private const string Core = "JobWise.Llm.Core";
    private const string OpenAICompatible = "JobWise.Llm.OpenAICompatible";
    private const string Pipeline = "JobWise.Llm.Pipeline";
    private const string EntityFramework = "JobWise.Llm.EntityFrameworkCore";
    private const string Extensions = "Microsoft.Extensions.";

    // The binder's source generator must be referenced directly to bind options without reflection.
    private const string Binder = Extensions + "Configuration.Binder";

    // Microsoft.Data.Sqlite asks for an older one that cannot be restored.
    private const string SqliteLibrary = "SQLitePCLRaw.bundle_e_sqlite3";

    public static IReadOnlyList<PackageRow> Rows { get; } =
    [
        new(Core, PackageKind.Core, [],
            [Extensions + "DependencyInjection.Abstractions", Extensions + "Options", Extensions + "Logging.Abstractions", Binder]),
        new(OpenAICompatible, Provider, [Core], [Extensions + "Http", Binder]),
        new("JobWise.Llm.Groq", Provider, [OpenAICompatible], [Binder]),
        new("JobWise.Llm.OpenAI", Provider, [OpenAICompatible], [Binder]),
        new("JobWise.Llm.Anthropic", Provider, [Core], [Extensions + "Http", Binder]),
        new("JobWise.Llm.Mock", Provider, [Core], [Binder]),
        new(Pipeline, PackageKind.Pipeline, [Core],
            ["Polly.Core", Extensions + "Caching.Abstractions", Extensions + "Options.ConfigurationExtensions", Binder]),
        // Whatever the database, the ledger's local spool is an SQLite file. Hosting: app.MigrateLlmStoreAsync().
        new(EntityFramework, Adapter, [Core],
            ["Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Relational", "Microsoft.Data.Sqlite", SqliteLibrary, Extensions + "Hosting.Abstractions"]),
        new(EntityFramework + ".Sqlite", Adapter, [EntityFramework], ["Microsoft.EntityFrameworkCore.Sqlite", SqliteLibrary]),
        new(EntityFramework + ".PostgreSql", Adapter, [EntityFramework], ["Npgsql.EntityFrameworkCore.PostgreSQL"]),
        new("JobWise.Llm.AspNetCore", Adapter, [Pipeline], []),
        new("JobWise.Llm.Extensions.AI", Adapter, [Core], ["Microsoft.Extensions.AI.Abstractions"]),
        new("JobWise.Llm.Resume", PackageKind.Resume, [Core], []),
    ];
}
