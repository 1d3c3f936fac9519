namespace JobWise.Llm.Wire;

/// <summary>Collects what the answer, or the chunks of a stream, say about themselves, and makes the response.</summary>
/// <param name="provider">The vendor.</param>
/// <param name="plan">What was sent.</param>
internal sealed class AnswerBuilder(string provider, RequestPlan plan)
{
    private string? _id;
    private string? _model;
    private string? _serviceTier;
    private string? _finishReason;
    private bool _isRefused;

    public string Provider => provider;

    public bool HasFinishReason => _finishReason is not null;

    /// <summary>Whether the stream's terminal event came.</summary>
    public bool IsDone { get; set; }

    /// <summary>Takes the facts of the next piece; the last that is not empty counts.</summary>
    public void Note(ChatPayload piece)
    {
        _id = Later(piece.Id, _id);
        _model = Later(piece.Model, _model);
        _serviceTier = Later(piece.ServiceTier, _serviceTier);
        _finishReason = Later(piece.FinishReason, _finishReason);
        _isRefused |= piece.Refusal is { Length: > 0 };
    }

    public LLMResponse Build(Exchange exchange, StreamProgress progress) =>
        Build(exchange, progress.SoFar.ToMessage(), progress.SoFar.Usage, progress.FirstContent);

    public LLMResponse Build(Exchange exchange, LLMMessage message, LLMUsage? usage, TimeSpan? firstContent) => new()
    {
        Message = message,
        Provider = provider,
        Model = _model ?? plan.Model,
        FinishReason = FinishReason(),
        Usage = usage,
        GenerationTime = exchange.Elapsed,
        TimeToFirstToken = firstContent,
        RequestId = exchange.RequestId,
        ResponseId = _id,
        ServiceTier = _serviceTier,
        RateLimits = exchange.RateLimits,
        Warnings = plan.Warnings,
    };

    private LLMFinishReason FinishReason() => _finishReason switch
    {
        _ when _isRefused => LLMFinishReason.ContentFilter,
        null => LLMFinishReason.Unknown,
        "stop" => LLMFinishReason.Stop,
        "length" or "max_tokens" => LLMFinishReason.Length,
        "tool_calls" or "function_call" => LLMFinishReason.ToolCalls,
        var other => new LLMFinishReason(other),
    };

    private static string? Later(string? next, string? known) => string.IsNullOrWhiteSpace(next) ? known : next;
}
