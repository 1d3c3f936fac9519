using System.Data.Common;

namespace JobWise.Llm.Proofs.Ledger.Stores;

/// <summary>A database that a ledger is killed over.</summary>
internal interface ILedgerStore : IAsyncDisposable
{
    /// <summary>As in the table, and on the command line of a child.</summary>
    string Name { get; }

    string ConnectionString { get; }

    /// <summary>The spool that every child shares.</summary>
    string Spool { get; }

    DbConnection Connect();

    /// <summary>Whether a crash of the database's own server is part of the proof.</summary>
    bool HasServer { get; }

    /// <summary>Kills the server as a power cut would, and starts it again.</summary>
    Task CrashServerAsync(CancellationToken cancellationToken);

    /// <summary>What the database says of its own files; empty where nothing is wrong.</summary>
    Task<string> CheckAsync(CancellationToken cancellationToken);
}
