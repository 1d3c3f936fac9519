using System.Data;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>All columns of <c>llm_usage</c>; a test holds them against the model.</summary>
internal static class UsageColumns
{
    public static IReadOnlyList<UsageColumn> All { get; } =
    [
        Intent(nameof(UsageRow.AttemptId), DbType.Guid, row => row.AttemptId),
        Intent(nameof(UsageRow.CallId), DbType.Guid, row => row.CallId),
        Intent(nameof(UsageRow.Attempt), DbType.Int32, row => row.Attempt),
        Intent(nameof(UsageRow.WriterId), DbType.Guid, row => row.WriterId),
        Intent(nameof(UsageRow.Day), DbType.Int32, row => row.Day),
        Intent(nameof(UsageRow.UserId), DbType.String, row => row.UserId),
        Intent(nameof(UsageRow.Tenant), DbType.String, row => row.Tenant),
        Intent(nameof(UsageRow.Workflow), DbType.String, row => row.Workflow),
        Intent(nameof(UsageRow.Tags), DbType.String, row => row.Tags),
        Intent(nameof(UsageRow.Instance), DbType.String, row => row.Instance),
        Intent(nameof(UsageRow.Vendor), DbType.String, row => row.Vendor),
        Intent(nameof(UsageRow.ModelRequested), DbType.String, row => row.ModelRequested),
        Intent(nameof(UsageRow.IsStream), DbType.Boolean, row => row.IsStream),
        Intent(nameof(UsageRow.Reserved), DbType.Int64, row => row.Reserved),
        Intent(nameof(UsageRow.StartedAt), DbType.Int64, row => row.StartedAt),
        Outcome(nameof(UsageRow.Status), DbType.Int32, row => row.Status),
        Outcome(nameof(UsageRow.ModelServed), DbType.String, row => row.ModelServed),
        Outcome(nameof(UsageRow.IsCacheHit), DbType.Boolean, row => row.IsCacheHit),
        Outcome(nameof(UsageRow.PromptTokens), DbType.Int64, row => row.PromptTokens),
        Outcome(nameof(UsageRow.CompletionTokens), DbType.Int64, row => row.CompletionTokens),
        Outcome(nameof(UsageRow.CachedTokens), DbType.Int64, row => row.CachedTokens),
        Outcome(nameof(UsageRow.CacheWriteTokens), DbType.Int64, row => row.CacheWriteTokens),
        Outcome(nameof(UsageRow.ReasoningTokens), DbType.Int64, row => row.ReasoningTokens),
        Outcome(nameof(UsageRow.TotalTokens), DbType.Int64, row => row.TotalTokens),
        Outcome(nameof(UsageRow.IsEstimated), DbType.Boolean, row => row.IsEstimated),
        Outcome(nameof(UsageRow.Cost), DbType.Int64, row => row.Cost),
        Outcome(nameof(UsageRow.CostUnknownBecause), DbType.String, row => row.CostUnknownBecause),
        Outcome(nameof(UsageRow.PriceEntry), DbType.String, row => row.PriceEntry),
        Outcome(nameof(UsageRow.Saved), DbType.Int64, row => row.Saved),
        Outcome(nameof(UsageRow.ErrorCode), DbType.String, row => row.ErrorCode),
        Outcome(nameof(UsageRow.HttpStatus), DbType.Int32, row => row.HttpStatus),
        Outcome(nameof(UsageRow.RequestId), DbType.String, row => row.RequestId),
        Outcome(nameof(UsageRow.EndedAt), DbType.Int64, row => row.EndedAt),
        Outcome(nameof(UsageRow.Duration), DbType.Int64, row => row.Duration),
        Outcome(nameof(UsageRow.FirstTokenAfter), DbType.Int64, row => row.FirstTokenAfter),
        Outcome(nameof(UsageRow.Bucket), DbType.Int32, row => row.Bucket),
    ];

    private static UsageColumn Intent(string property, DbType type, Func<UsageRow, object?> read) => new(ColumnNames.Of(property), type, read, IsOutcome: false);

    private static UsageColumn Outcome(string property, DbType type, Func<UsageRow, object?> read) => new(ColumnNames.Of(property), type, read, IsOutcome: true);
}
