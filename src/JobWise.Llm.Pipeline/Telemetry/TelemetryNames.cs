namespace JobWise.Llm.Pipeline;

/// <summary>
/// The names of spans, metrics and their tags. Those that begin with <c>gen_ai</c>, <c>error</c> or <c>server</c> are OpenTelemetry's semantic
/// conventions for generative AI, state of November 2026; the others are this library's.
/// </summary>
internal static class TelemetryNames
{
    /// <summary>Of the activity source and of the meter.</summary>
    public const string Source = "JobWise.Llm";

    public const string Operation = "gen_ai.operation.name";
    public const string Chat = "chat";
    public const string Provider = "gen_ai.provider.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string ResponseModel = "gen_ai.response.model";
    public const string ResponseId = "gen_ai.response.id";
    public const string Stream = "gen_ai.request.stream";
    public const string MaxTokens = "gen_ai.request.max_tokens";
    public const string Temperature = "gen_ai.request.temperature";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string CachedTokens = "gen_ai.usage.cache_read.input_tokens";
    public const string ReasoningTokens = "gen_ai.usage.reasoning.output_tokens";
    public const string ErrorType = "error.type";

    public const string CallId = "jobwise.llm.call_id";
    public const string Workflow = "jobwise.llm.workflow";
    public const string Instance = "jobwise.llm.instance";
    public const string Sends = "jobwise.llm.sends";
    public const string CostUsd = "jobwise.llm.cost_usd";
    public const string CacheHit = "jobwise.llm.cache_hit";

    public const string Duration = "gen_ai.client.operation.duration";
    public const string TimeToFirstChunk = "gen_ai.client.operation.time_to_first_chunk";
    public const string InputTokensUsed = "gen_ai.client.inference.usage.input_tokens";
    public const string OutputTokensUsed = "gen_ai.client.inference.usage.output_tokens";
    public const string CachedTokensUsed = "gen_ai.client.inference.usage.cache_read.input_tokens";
    public const string CostSpent = "jobwise.llm.cost";
    public const string CacheLookups = "jobwise.llm.cache.lookups";
    public const string CacheHits = "jobwise.llm.cache.hits";
    public const string CacheSaved = "jobwise.llm.cache.saved";
    public const string SendsMade = "jobwise.llm.call.sends";
}
