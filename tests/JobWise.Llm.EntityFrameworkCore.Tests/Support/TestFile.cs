using Microsoft.Data.Sqlite;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Support;

/// <summary>A folder of a test's own for its databases, deleted at its end.</summary>
internal sealed class TestFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobwise-llm-");

    public string Database => Path.Combine(_folder.FullName, "store.db");

    public string Spool => Path.Combine(_folder.FullName, "spool.db");

    public string ConnectionString => $"Data Source={Database}";

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
