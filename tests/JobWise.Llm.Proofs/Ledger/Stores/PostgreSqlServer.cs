using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using JobWise.Llm.TestKit;
using Npgsql;

namespace JobWise.Llm.Proofs.Ledger.Stores;

/// <summary>A PostgreSQL server of the proof's own, which waits for the disk and may be killed.</summary>
internal sealed class PostgreSqlServer : ILedgerStore
{
    private static readonly string Script = Path.Combine(RepositoryRoot.Find(), ".ci", "postgres");
    private readonly DirectoryInfo _folder;

    private PostgreSqlServer(DirectoryInfo folder, string connectionString) => (_folder, ConnectionString) = (folder, connectionString);

    public string Name => LedgerPrograms.PostgreSql;

    public string ConnectionString { get; }

    public string Spool => Path.Combine(_folder.FullName, "spool.db");

    public bool HasServer => true;

    private string Data => Path.Combine(_folder.FullName, "server");

    /// <summary>Null where this machine has no PostgreSQL.</summary>
    public static async Task<PostgreSqlServer?> StartAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !(Directory.Exists("/usr/lib/postgresql") || File.Exists("/usr/bin/initdb") || File.Exists("/usr/local/bin/initdb")))
        {
            return null;
        }

        // Readable by the other user that the server runs as where this is root.
        var folder = Directory.CreateTempSubdirectory("jobwise-ledger-");
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)Convert.ToInt32("755", 8));
        return new PostgreSqlServer(folder, await RunAsync("start", Path.Combine(folder.FullName, "server"), cancellationToken));
    }

    public DbConnection Connect() => new NpgsqlConnection(ConnectionString);

    public async Task CrashServerAsync(CancellationToken cancellationToken)
    {
        var pid = (await File.ReadAllLinesAsync(Path.Combine(Data, "data", "postmaster.pid"), cancellationToken))[0];
        using var server = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        server.Kill();
        await server.WaitForExitAsync(cancellationToken);
        await StartAgainAsync(cancellationToken);
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>As an operator stops it: connections are cut, and nobody can connect until <see cref="StartAgainAsync"/>.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => RunAsync("stop", Data, cancellationToken);

    public Task StartAgainAsync(CancellationToken cancellationToken) => RunAsync("start", Data, cancellationToken);

    public Task<string> CheckAsync(CancellationToken cancellationToken) => Task.FromResult("");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await RunAsync("stop", Data, CancellationToken.None);
        _folder.Delete(recursive: true);
    }

    private static async Task<string> RunAsync(string action, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Script, [action, folder]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PG_DURABLE"] = "1";
        using var script = Process.Start(start) ?? throw new InvalidOperationException($"{Script} did not start.");

        // One line, not to the end: the server inherits the pipe and keeps it open.
        var line = action == "start" ? await script.StandardOutput.ReadLineAsync(cancellationToken) : "";
        await script.WaitForExitAsync(cancellationToken);
        return script.ExitCode == 0 && line is not null ? line : throw new InvalidOperationException($"{Script} {action} ended with {script.ExitCode}.");
    }
}
