namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;

/// <summary>The server that the tests use, told by the environment.</summary>
internal static class PostgreSqlServer
{
    /// <summary>Holds a connection string of Npgsql to a database in which the tests may create databases of their own.</summary>
    public const string Variable = "JOBWISE_POSTGRES";

    /// <summary>Set to 1, it makes the tests compulsory: they fail where they would have been skipped.</summary>
    public const string RequiredVariable = "REQUIRE_POSTGRES";

    /// <summary>The reason to skip the tests; null when they can run, and when they must.</summary>
    public static string? SkipReason => Find() is null && Environment.GetEnvironmentVariable(RequiredVariable) != "1" ? Missing : null;

    private static string Missing => $"No PostgreSQL is given. Run: export {Variable}=\"$(.ci/postgres start)\"";

    public static string ConnectionString => Find() ?? throw new InvalidOperationException(Missing);

    private static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;
}
