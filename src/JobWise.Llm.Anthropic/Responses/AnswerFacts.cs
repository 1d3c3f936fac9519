namespace JobWise.Llm.Wire;

/// <summary>Collects what the answer, or the events of a stream, say about themselves, and makes the response.</summary>
/// <param name="requestedModel">Stands for the model where the answer names none.</param>
/// <param name="warnings">What of the request was not sent as asked.</param>
internal sealed class AnswerFacts(string requestedModel, IReadOnlyList<LLMWarning> warnings)
{
    private UsageCounts _usage;
    private string? _model;
    private string? _serviceTier;
    private string? _stopReason;

    public string? Id { get; private set; }

    public bool HasStopReason => _stopReason is not null;

    public LLMUsage? Usage => _usage.ToUsage();

    /// <summary>Takes the facts of the next piece; the last that is not empty counts.</summary>
    public void Note(MessagePayload piece)
    {
        Id = Later(piece.Id, Id);
        _model = Later(piece.Model, _model);
        _serviceTier = Later(piece.ServiceTier, _serviceTier);
        _stopReason = Later(piece.StopReason, _stopReason);
        _usage.Take(piece.Usage);
    }

    public LLMResponse Build(Exchange exchange, IEnumerable<BlockDraft> blocks, TimeSpan? firstContent) => Build(blocks) with
    {
        GenerationTime = exchange.Elapsed,
        TimeToFirstToken = firstContent,
        RequestId = exchange.RequestId,
        RateLimits = exchange.RateLimits,
    };

    /// <summary>The response without what an exchange of its own would tell.</summary>
    public LLMResponse Build(IEnumerable<BlockDraft> blocks) => new()
    {
        Message = new LLMMessage { Role = LLMRole.Assistant, Parts = [.. blocks.Select(block => block.ToPart()).OfType<LLMContentPart>()] },
        Provider = AnthropicVendor.Value.ProviderName,
        Model = _model ?? requestedModel,
        FinishReason = FinishReason(),
        Usage = Usage,
        ResponseId = Id,
        ServiceTier = _serviceTier,
        Warnings = warnings,
    };

    private LLMFinishReason FinishReason() => _stopReason switch
    {
        null => LLMFinishReason.Unknown,
        "end_turn" or "stop_sequence" => LLMFinishReason.Stop,
        "max_tokens" or "model_context_window_exceeded" => LLMFinishReason.Length,
        "tool_use" => LLMFinishReason.ToolCalls,
        "refusal" => LLMFinishReason.ContentFilter,
        var other => new LLMFinishReason(other),
    };

    private static string? Later(string? next, string? known) => string.IsNullOrWhiteSpace(next) ? known : next;
}
