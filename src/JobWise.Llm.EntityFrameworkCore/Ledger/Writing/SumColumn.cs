namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>A column of <see cref="SumColumns"/>.</summary>
/// <param name="Name">In the database.</param>
/// <param name="Read">Its figure.</param>
internal sealed record SumColumn(string Name, Func<UsageSums, long> Read);
