using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JobWise.Llm.Proofs.LedgerTruth;

/// <summary>An application with the pipeline and the ledger in a database, which is read here with SQL of the proof's own.</summary>
internal sealed class LedgerSubject : ITruthSubject
{
    private const string Sums = """
        select user_id, count(*), sum(case when status in (0, 4) then 1 else 0 end),
               sum(prompt_tokens), sum(cached_tokens), sum(completion_tokens), sum(reasoning_tokens), sum(cost)
        from llm_usage group by user_id
        """;

    private const decimal CostUnit = 0.000_000_000_001m;
    private readonly ServiceProvider _services;
    private readonly Func<DbConnection> _open;
    private readonly string _folder;

    private LedgerSubject(string name, Uri server, string folder, Action<ILLMBuilder> addStore, Func<DbConnection> open)
    {
        (Name, _open, _folder) = (name, open, folder);
        _services = Build(server, addStore);
    }

    public string Name { get; }

    /// <summary>On a file of its own.</summary>
    public static LedgerSubject OnSqlite(Uri server)
    {
        var folder = Directory.CreateTempSubdirectory("jobwise-llm-truth-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "ledger.db")}";
        return new LedgerSubject(
            "SQLite", server, folder, builder => builder.AddSqliteStore(connection, options => options.SpoolPath = SpoolIn(folder)), () => new SqliteConnection(connection));
    }

    /// <summary>In an empty database of its own.</summary>
    public static async Task<LedgerSubject> OnPostgreSqlAsync(Uri server, string connection, CancellationToken cancellationToken)
    {
        var name = $"truth_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(connection);
        await using (var create = source.CreateCommand($"create database {name}"))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        var own = new NpgsqlConnectionStringBuilder(connection) { Database = name }.ConnectionString;
        var folder = Directory.CreateTempSubdirectory("jobwise-llm-truth-").FullName;
        return new LedgerSubject(
            "PostgreSQL", server, folder, builder => builder.AddPostgreSqlStore(own, options => options.SpoolPath = SpoolIn(folder)), () => new NpgsqlConnection(own));
    }

    public Task MigrateAsync(CancellationToken cancellationToken) => _services.MigrateLlmStoreAsync(cancellationToken);

    public Task CallAsync(int number, string user, CancellationToken cancellationToken) => AskAsync(number, user, cancellationToken);

    /// <summary>The answer, or null where the call failed.</summary>
    public async Task<LLMResponse?> AskAsync(int number, string user, CancellationToken cancellationToken)
    {
        var service = _services.GetRequiredService<ILLMService>();
        var request = LLMRequest.FromPrompt($"Call {number} of {user}") with { UserId = user, MaxTokens = 2000 };
        try
        {
            return number % 2 == 0
                ? await service.GenerateAsync(request, cancellationToken)
                : await service.GenerateStreamAsync(request, cancellationToken).ToResponseAsync(cancellationToken);
        }
        catch (LLMServiceException)
        {
            return null;
        }
    }

    public async Task<Accounts> ReadAsync(IReadOnlyCollection<string> users, CancellationToken cancellationToken)
    {
        var reports = _services.GetRequiredService<ILLMUsageReports>();
        var reported = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var user in users)
        {
            reported[user] = (await reports.GetUserUsageAsync(user, days: 2, cancellationToken)).TotalTokens;
        }

        var (rows, open) = (0, 0);
        var byUser = new Dictionary<string, Told>(StringComparer.Ordinal);
        await using var connection = _open();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Sums;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows += (int)Number(reader, 1);
            open += (int)Number(reader, 2);
            byUser[reader.GetString(0)] = new Told
            {
                Prompt = (long)Number(reader, 3),
                Cached = (long)Number(reader, 4),
                Completion = (long)Number(reader, 5),
                Reasoning = (long)Number(reader, 6),
                Cost = Number(reader, 7) * CostUnit,
            };
        }

        return new Accounts { Rows = rows, OpenRows = open, ByUser = byUser, Reported = reported };
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string SpoolIn(string folder) => Path.Combine(folder, "spool.db");

    private static decimal Number(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? 0 : Convert.ToDecimal(reader.GetValue(column), CultureInfo.InvariantCulture);

    // Circuit and retry budget stay out of the way: the proof needs its faults.
    private static ServiceProvider Build(Uri server, Action<ILLMBuilder> addStore)
    {
        var services = new ServiceCollection();
        var builder = services.AddJobWiseLlm(options =>
        {
            options.AttemptTimeouts.FirstContent = TimeSpan.FromSeconds(5);
            options.CircuitBreaker.IsEnabled = false;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100);
            options.Retry.BudgetRatio = 1;
        });
        builder.AddOpenAICompatible(configure: options => (options.BaseUrl, options.DefaultModel) = (server, "counted-1"));
        builder.AddModelCatalog(catalog => catalog.Prices.Add(new LLMPriceEntry
        {
            Provider = "openai_compatible",
            Model = "counted-1",
            ValidFrom = new DateOnly(2026, 1, 1),
            Input = CountingServer.InputPrice,
            CachedInput = CountingServer.CachedPrice,
            Output = CountingServer.OutputPrice,
        }));
        addStore(builder);
        return services.BuildServiceProvider();
    }
}
