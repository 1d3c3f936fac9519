namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;

/// <summary>A fact that needs a PostgreSQL server: skipped with the reason where there is none, unless the run demands it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.SkipReason;
}
