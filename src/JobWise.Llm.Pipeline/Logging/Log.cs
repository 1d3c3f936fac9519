using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Pipeline;

/// <summary>Everything the pipeline logs. No prompt, answer, key or vendor message is a parameter: a vendor's message may quote the prompt.</summary>
internal static partial class Log
{
    public const string Category = "JobWise.Llm.Pipeline";

    [LoggerMessage(1, LogLevel.Debug, "LLM call {CallId} begins: workflow {Workflow}, model {Model}, {Messages} messages, {PromptLength} characters, streamed: {IsStream}")]
    public static partial void Beginning(this ILogger logger, Guid callId, string? workflow, string? model, int messages, int promptLength, bool isStream);

    [LoggerMessage(2, LogLevel.Information, "LLM call {CallId} answered by {Instance}, model {Model}: {AnswerLength} characters, finish {FinishReason}, tokens {PromptTokens} in and {CompletionTokens} out, cost in USD {CostUsd}, {Sends} sends, {ElapsedMilliseconds:0} ms")]
    public static partial void Answered(
        this ILogger logger,
        Guid callId,
        string? instance,
        string model,
        int answerLength,
        string finishReason,
        object promptTokens,
        object completionTokens,
        object costUsd,
        int? sends,
        double elapsedMilliseconds);

    [LoggerMessage(3, LogLevel.Warning, "LLM call {CallId} failed with {Error}: provider {Provider}, model {Model}, status {Status}, code {ProviderCode}, provider request {RequestId}, {Sends} sends, {ElapsedMilliseconds:0} ms")]
    public static partial void Failed(
        this ILogger logger,
        Guid callId,
        string error,
        string provider,
        string model,
        object status,
        string providerCode,
        string requestId,
        int? sends,
        double elapsedMilliseconds);

    [LoggerMessage(4, LogLevel.Debug, "LLM call {CallId} was ended by its caller after {ElapsedMilliseconds:0} ms")]
    public static partial void Ended(this ILogger logger, Guid callId, double elapsedMilliseconds);

    [LoggerMessage(5, LogLevel.Warning, "LLM call {CallId}: attempt {Attempt} on {Lane} failed with {Error}, status {Status}, code {ProviderCode}; the next follows in {WaitMilliseconds:0} ms")]
    public static partial void Retrying(this ILogger logger, Guid callId, LLMLane lane, int attempt, string error, int? status, string? providerCode, double waitMilliseconds);

    [LoggerMessage(6, LogLevel.Warning, "{Notice} It is set by {Source}.")]
    public static partial void RetiredModel(this ILogger logger, string notice, string source);

    [LoggerMessage(7, LogLevel.Warning, "LLM call {CallId}: the lane {Lane} failed with {Error}, status {Status}, code {ProviderCode}; the next lane follows")]
    public static partial void FallingBack(this ILogger logger, Guid callId, LLMLane lane, string error, int? status, string? providerCode);

    public static void CircuitChanged(this ILogger logger, LLMLane lane, CircuitChange change)
    {
        if (change.State == LLMCircuitState.Open)
        {
            logger.CircuitOpened(lane, change.Break.TotalSeconds);
        }
        else
        {
            logger.CircuitMoved(lane, change.State);
        }
    }

    [LoggerMessage(8, LogLevel.Error, "The circuit of {Lane} is open: its provider failed repeatedly, and its calls are held back for {BreakSeconds:0} s")]
    private static partial void CircuitOpened(this ILogger logger, LLMLane lane, double breakSeconds);

    [LoggerMessage(9, LogLevel.Warning, "The circuit of {Lane} is {State}")]
    private static partial void CircuitMoved(this ILogger logger, LLMLane lane, LLMCircuitState state);

    [LoggerMessage(40, LogLevel.Warning, "LLM call {CallId} was refused by the budget {Budget}, which is counted by {Scope}")]
    public static partial void BudgetRefused(this ILogger logger, Guid callId, string budget, LLMBudgetScope scope);

    [LoggerMessage(41, LogLevel.Warning, "The soft budget {Budget}, which is counted by {Scope}, is used up: {SpentUsd} USD and {SpentTokens} tokens are spent; it renews at {RenewsAt}")]
    public static partial void BudgetUsedUp(this ILogger logger, string budget, LLMBudgetScope scope, decimal spentUsd, long spentTokens, DateTimeOffset renewsAt);

    [LoggerMessage(42, LogLevel.Error, "A listener to the budget {Budget} failed with {Error}")]
    public static partial void BudgetListenerFailed(this ILogger logger, string budget, string error);

    [LoggerMessage(45, LogLevel.Warning, "Unusual use, counted by {Scope}: {Usd} USD and {Tokens} tokens in an hour; usual are {UsualUsd} USD and {UsualTokens} tokens")]
    public static partial void UnusualUse(this ILogger logger, LLMUsageAlertScope scope, decimal usd, long tokens, decimal usualUsd, long usualTokens);

    [LoggerMessage(46, LogLevel.Error, "A listener to unusual use failed with {Error}")]
    public static partial void UsageListenerFailed(this ILogger logger, string error);

    [LoggerMessage(50, LogLevel.Debug, "LLM call {CallId} was answered without a send, with an answer of the model {Model} that was there already")]
    public static partial void CacheHit(this ILogger logger, Guid callId, string model);

    [LoggerMessage(51, LogLevel.Warning, "The distributed response cache failed with {Error} or was slower than {LimitMilliseconds:0} ms; calls go on without it")]
    public static partial void CacheDown(this ILogger logger, string error, double limitMilliseconds);

    [LoggerMessage(52, LogLevel.Information, "The distributed response cache works again")]
    public static partial void CacheUp(this ILogger logger);

    [LoggerMessage(53, LogLevel.Warning, "The entry {Key} of the distributed response cache cannot be read, {Bytes} bytes; it counts as missing")]
    public static partial void CacheEntryUnreadable(this ILogger logger, string key, int bytes);

    [LoggerMessage(55, LogLevel.Error, "LLM call {CallId}: the end of attempt {AttemptId} could not be written to the usage ledger, which failed with {Error}; the attempt becomes unknown")]
    public static partial void OutcomeNotRecorded(this ILogger logger, Guid callId, Guid attemptId, string error);

    [LoggerMessage(60, LogLevel.Warning, "LLM call {CallId} looks like a prompt injection: score {Score:0.00}, rules {Rules}")]
    public static partial void InjectionSuspected(this ILogger logger, Guid callId, double score, string rules);

    [LoggerMessage(61, LogLevel.Warning, "LLM call {CallId} holds a secret: {RuleId} of {Length} characters in message {MessageIndex}")]
    public static partial void SecretInPrompt(this ILogger logger, Guid callId, int messageIndex, string ruleId, int length);
}
