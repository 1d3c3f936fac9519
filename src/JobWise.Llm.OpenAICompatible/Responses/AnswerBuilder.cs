namespace JobWise.Llm.Wire;

/// <summary>Collects what the answer, or the chunks of a stream, say about themselves, and makes the response.</summary>
/// <param name="provider">The vendor.</param>
/// <param name="requestedModel">Stands for the model where the answer names none.</param>
/// <param name="warnings">What of the request was not sent as asked.</param>
internal sealed class AnswerBuilder(string provider, string requestedModel, IReadOnlyList<LLMWarning> warnings)
{
    private string? _id;
    private string? _model;
    private string? _serviceTier;
    private string? _finishReason;
    private bool _isRefused;

    public AnswerBuilder(string provider, RequestPlan plan)
        : this(provider, plan.Model, plan.Warnings)
    {
    }

    public string Provider => provider;

    public bool HasFinishReason => _finishReason is not null;

    /// <summary>Whether any piece held a choice of index 0: without one there is no answer, however properly it ends.</summary>
    public bool HasChoice { get; private set; }

    /// <summary>Whether the stream's terminal event came.</summary>
    public bool IsDone { get; set; }

    /// <summary>Takes the facts of the next piece; the last that is not empty counts.</summary>
    public void Note(ChatPayload piece)
    {
        _id = Later(piece.Id, _id);
        _model = Later(piece.Model, _model);
        _serviceTier = Later(piece.ServiceTier, _serviceTier);
        _finishReason = Later(piece.FinishReason, _finishReason);
        HasChoice |= piece.HasChoice;
        _isRefused |= piece.Refusal is { Length: > 0 };
    }

    public LLMResponse Build(Exchange exchange, StreamProgress progress) =>
        Build(exchange, progress.SoFar.ToMessage(), progress.SoFar.Usage, progress.FirstContent);

    public LLMResponse Build(Exchange exchange, LLMMessage message, LLMUsage? usage, TimeSpan? firstContent) => new()
    {
        Message = message,
        Provider = provider,
        Model = _model ?? requestedModel,
        FinishReason = FinishReason(),
        Usage = usage,
        GenerationTime = exchange.Elapsed,
        TimeToFirstToken = firstContent,
        RequestId = exchange.RequestId,
        ResponseId = _id,
        ServiceTier = _serviceTier,
        RateLimits = exchange.RateLimits,
        Warnings = warnings,
    };

    /// <summary>The answer on a line of a batch, which was no exchange of its own.</summary>
    public LLMResponse BuildBatched(LLMMessage message, LLMUsage? usage, string? requestId) => new()
    {
        Message = message,
        Provider = provider,
        Model = _model ?? requestedModel,
        FinishReason = FinishReason(),
        Usage = usage,
        RequestId = requestId,
        ResponseId = _id,
        ServiceTier = _serviceTier,
        Warnings = warnings,
        IsBatch = true,
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
