namespace JobWise.Llm.EntityFrameworkCore.PostgreSql.Tests.Server;

/// <summary>Sample data.</summary>
internal static class Some
{
    public static LLMUsageIntent Intent(string user = "ada") => new()
    {
        AttemptId = Guid.CreateVersion7(),
        CallId = Guid.CreateVersion7(),
        Attempt = 1,
        UserId = user,
        Workflow = "cover_letter_generation",
        Tags = new Dictionary<string, string> { ["team"] = "a" },
        Instance = "groq",
        Vendor = "groq",
        Model = "openai/gpt-oss-20b",
        ReservedUsd = 0.01m,
        StartedAt = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero),
    };

    public static LLMUsageOutcome Answer(LLMUsageIntent intent) => new()
    {
        Intent = intent,
        Status = LLMUsageStatus.Succeeded,
        Model = "openai/gpt-oss-20b",
        Usage = new LLMUsage { PromptTokens = 100, CompletionTokens = 20 },
        Cost = new LLMCost { Usd = 0.001m },
        Duration = TimeSpan.FromSeconds(1),
    };
}
