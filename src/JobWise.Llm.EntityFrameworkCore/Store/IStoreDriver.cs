using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>What differs between databases. One implementation per driver package; everything else is written once.</summary>
internal interface IStoreDriver
{
    /// <summary>The database's name for people, such as <c>PostgreSQL</c>.</summary>
    string Name { get; }

    /// <summary>Which database this is, without user or password: what is spooled for one database must not go into another.</summary>
    string Identity { get; }

    /// <summary>Points a context at the database and at the migrations of the driver.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>A closed connection of the driver's own type, for what is too hot for a context.</summary>
    DbConnection CreateConnection();

    /// <summary>What each newly opened connection runs first; empty for nothing.</summary>
    string SessionSql { get; }

    /// <summary>What each transaction that must survive a crash of the server runs first; empty for nothing.</summary>
    string DurableTransactionSql { get; }
}
