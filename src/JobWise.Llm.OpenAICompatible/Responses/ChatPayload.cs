namespace JobWise.Llm.Wire;

/// <summary>One answer, or one chunk of a stream: the protocol gives both the same members. Reused from chunk to chunk.</summary>
internal sealed class ChatPayload
{
    private readonly List<LLMToolCallDelta> _toolCalls = [];

    public string? Id { get; set; }

    public string? Model { get; set; }

    public string? ServiceTier { get; set; }

    /// <summary>Groq's own id of the request.</summary>
    public string? VendorRequestId { get; set; }

    public WireError? Error { get; set; }

    /// <summary>Whether the choice of index 0 was there.</summary>
    public bool HasChoice { get; set; }

    public string? Text { get; set; }

    public string? Reasoning { get; set; }

    public string? Refusal { get; set; }

    public string? FinishReason { get; set; }

    public LLMUsage? Usage { get; set; }

    /// <summary>Counts under <c>x_groq</c>; they hold only where the answer has none at its top.</summary>
    public LLMUsage? VendorUsage { get; set; }

    public IReadOnlyList<LLMToolCallDelta> ToolCalls => _toolCalls;

    public void AddToolCall(LLMToolCallDelta call) => _toolCalls.Add(call);

    public void Clear()
    {
        Id = Model = ServiceTier = VendorRequestId = Text = Reasoning = Refusal = FinishReason = null;
        Error = null;
        HasChoice = false;
        Usage = VendorUsage = null;
        _toolCalls.Clear();
    }
}
