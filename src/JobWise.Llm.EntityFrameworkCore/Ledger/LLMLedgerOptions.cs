namespace JobWise.Llm;

/// <summary>How the usage ledger behaves.</summary>
public sealed class LLMLedgerOptions
{
    /// <summary>What happens to a call whose record cannot be written.</summary>
    /// <value>The default value is <see cref="LLMLedgerMode.Safe"/>.</value>
    public LLMLedgerMode Mode { get; set; }

    /// <summary>
    /// The local SQLite file in which records wait while the database is away. It must be on a disk that outlives the process. Processes of one
    /// machine may share it, for one database or for several.
    /// </summary>
    /// <value>The default value is <c>jobwise-llm-spool.db</c>, in the current folder.</value>
    public string SpoolPath { get; set; } = "jobwise-llm-spool.db";

    /// <summary>How long a write to the database may take before the database counts as away.</summary>
    /// <value>The default value is 5 seconds.</value>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a database that is away is tried again.</summary>
    /// <value>The default value is 1 second.</value>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// After which silence a process counts as dead, so that its open attempts become unknown. A process says that it lives every quarter of this time.
    /// </summary>
    /// <value>The default value is 2 minutes.</value>
    public TimeSpan DeadAfter { get; set; } = TimeSpan.FromMinutes(2);
}
