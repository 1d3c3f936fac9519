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

    [LoggerMessage(5, LogLevel.Warning, "LLM call {CallId}: attempt {Attempt} on {Instance} failed with {Error}, status {Status}, code {ProviderCode}; the next follows in {WaitMilliseconds:0} ms")]
    public static partial void Retrying(this ILogger logger, Guid callId, string instance, int attempt, string error, int? status, string? providerCode, double waitMilliseconds);

    [LoggerMessage(6, LogLevel.Warning, "{Notice} It is set by {Source}.")]
    public static partial void RetiredModel(this ILogger logger, string notice, string source);

    [LoggerMessage(40, LogLevel.Warning, "LLM call {CallId} looks like a prompt injection: score {Score:0.00}, rules {Rules}")]
    public static partial void InjectionSuspected(this ILogger logger, Guid callId, double score, string rules);

    [LoggerMessage(41, LogLevel.Warning, "LLM call {CallId} holds a secret: {RuleId} of {Length} characters in message {MessageIndex}")]
    public static partial void SecretInPrompt(this ILogger logger, Guid callId, int messageIndex, string ruleId, int length);
}
