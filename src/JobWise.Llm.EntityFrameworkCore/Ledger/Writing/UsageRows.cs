namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>Rows from what the port takes, and back.</summary>
internal static class UsageRows
{
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    public static int DayOf(DateOnly day) => day.DayNumber - Epoch.DayNumber;

    public static DateOnly DateOf(int day) => Epoch.AddDays(day);

    public static UsageRow Of(LLMUsageIntent intent, Guid writerId) => new()
    {
        AttemptId = intent.AttemptId,
        CallId = intent.CallId,
        Attempt = intent.Attempt,
        WriterId = writerId,
        Status = (int)LLMUsageStatus.Pending,
        Day = DayOf(DateOnly.FromDateTime(intent.StartedAt.UtcDateTime)),
        UserId = StoredText.Key(intent.UserId),
        Tenant = StoredText.Key(intent.Tenant),
        Workflow = StoredText.Key(intent.Workflow),
        Tags = intent.Tags.Count == 0 ? null : TagText.Write(intent.Tags),
        Instance = StoredText.Key(intent.Instance)!,
        Vendor = StoredText.Key(intent.Vendor)!,
        ModelRequested = StoredText.Key(intent.Model),
        IsStream = intent.IsStream,
        Reserved = Money.Stored(intent.ReservedUsd),
        StartedAt = intent.StartedAt.ToUnixTimeMilliseconds(),
    };

    public static UsageRow Of(LLMUsageOutcome outcome, Guid writerId)
    {
        var row = Of(outcome.Intent, writerId);
        row.Status = (int)outcome.Status;
        row.IsCacheHit = outcome.Status == LLMUsageStatus.CacheHit;
        row.ModelServed = StoredText.Key(outcome.Model);
        AddTokens(row, outcome.Usage);
        row.Cost = Money.Stored(outcome.Cost?.Usd);
        row.CostUnknownBecause = row.Cost is null ? StoredText.Note(outcome.Cost?.UnknownBecause ?? "The call was not priced.") : null;
        row.PriceEntry = StoredText.Note(outcome.PriceEntry);
        row.Saved = Money.Stored(outcome.SavedUsd);
        row.ErrorCode = StoredText.Key(outcome.ErrorCode);
        row.HttpStatus = outcome.StatusCode;
        row.RequestId = StoredText.Key(outcome.RequestId);
        row.EndedAt = (outcome.Intent.StartedAt + outcome.Duration).ToUnixTimeMilliseconds();
        row.Duration = (long)outcome.Duration.TotalMicroseconds;
        row.FirstTokenAfter = (long?)outcome.TimeToFirstToken?.TotalMicroseconds;
        row.Bucket = outcome.Status == LLMUsageStatus.Succeeded ? LatencyBucket.Of(row.Duration.Value) : LatencyBucket.None;
        return row;
    }

    public static LLMUsageIntent Intent(UsageRow row) => new()
    {
        AttemptId = row.AttemptId,
        CallId = row.CallId,
        Attempt = row.Attempt,
        UserId = row.UserId,
        Tenant = row.Tenant,
        Workflow = row.Workflow,
        Tags = TagText.Read(row.Tags),
        Instance = row.Instance,
        Vendor = row.Vendor,
        Model = row.ModelRequested,
        IsStream = row.IsStream,
        ReservedUsd = row.Reserved is { } reserved ? Money.Dollars(reserved) : null,
        StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.StartedAt),
    };

    private static void AddTokens(UsageRow row, LLMUsage? usage)
    {
        row.PromptTokens = usage?.PromptTokens;
        row.CompletionTokens = usage?.CompletionTokens;
        row.CachedTokens = usage?.CachedTokens;
        row.CacheWriteTokens = usage?.CacheWriteTokens;
        row.ReasoningTokens = usage?.ReasoningTokens;
        row.TotalTokens = usage?.TotalTokens ?? ((long?)usage?.PromptTokens + usage?.CompletionTokens);
        row.IsEstimated = usage?.IsEstimated ?? false;
    }
}
