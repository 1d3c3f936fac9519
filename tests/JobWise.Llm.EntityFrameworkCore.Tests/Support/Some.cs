namespace JobWise.Llm.EntityFrameworkCore.Tests.Support;

/// <summary>Sample data.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public static LLMUsageIntent Intent(
        string? user = "ada", string? workflow = "cover_letter_generation", decimal? reserved = 0.01m, DateTimeOffset? at = null, string? tag = null, string? tenant = null) => new()
        {
            AttemptId = Guid.CreateVersion7(at ?? Noon),
            CallId = Guid.CreateVersion7(at ?? Noon),
            Attempt = 1,
            UserId = user,
            Tenant = tenant,
            Workflow = workflow,
            Tags = tag is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["team"] = tag },
            Instance = "groq",
            Vendor = "groq",
            Model = "openai/gpt-oss-20b",
            ReservedUsd = reserved,
            StartedAt = at ?? Noon,
        };

    public static LLMUsageOutcome Answer(LLMUsageIntent intent, int prompt = 100, int completion = 20, decimal? cost = 0.001m, double seconds = 1) => new()
    {
        Intent = intent,
        Status = LLMUsageStatus.Succeeded,
        Model = "openai/gpt-oss-20b",
        Usage = new LLMUsage { PromptTokens = prompt, CompletionTokens = completion },
        Cost = cost is null ? LLMCost.Unknown("The price book has no price.") : new LLMCost { Usd = cost },
        PriceEntry = "groq/openai/gpt-oss-20b from 2026-08-01",
        RequestId = "req_1",
        Duration = TimeSpan.FromSeconds(seconds),
    };

    public static LLMUsageOutcome Failure(LLMUsageIntent intent, string code = "rate_limit_exceeded") => new()
    {
        Intent = intent,
        Status = LLMUsageStatus.Failed,
        Cost = new LLMCost { Usd = 0 },
        ErrorCode = code,
        StatusCode = 429,
        Duration = TimeSpan.FromMilliseconds(50),
    };

    public static LLMUsageOutcome Hit(LLMUsageIntent intent, decimal saved = 0.002m) =>
        Answer(intent) with { Status = LLMUsageStatus.CacheHit, Cost = new LLMCost { Usd = 0 }, SavedUsd = saved };
}
