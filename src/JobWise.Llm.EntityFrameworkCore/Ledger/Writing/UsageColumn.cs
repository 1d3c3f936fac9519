using System.Data;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>A column of <c>llm_usage</c>, for the statements that are too hot for Entity Framework.</summary>
/// <param name="Name">In the database.</param>
/// <param name="Type">Of its parameter.</param>
/// <param name="Read">Takes the value from a row; null is NULL.</param>
/// <param name="IsOutcome">Whether the end of an attempt changes it.</param>
internal sealed record UsageColumn(string Name, DbType Type, Func<UsageRow, object?> Read, bool IsOutcome);
