namespace JobWise.Llm.Wire;

/// <summary>One answer, or one chunk of a stream: the protocol gives both the same members. Reused from chunk to chunk.</summary>
internal sealed class ChatPayload
{
    private List<LLMToolCallDelta>? _toolCalls;

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

    /// <summary>Where <see cref="Text"/> was read; nowhere when it came in several parts.</summary>
    public TokenPlace TextPlace { get; set; }

    /// <summary>Where <see cref="Reasoning"/> was read.</summary>
    public TokenPlace ReasoningPlace { get; set; }

    /// <summary>Where OpenAI's padding stands, which hides the length of a chunk from whoever listens to the line.</summary>
    public TokenPlace PaddingPlace { get; set; }

    public bool IsReasoning => ReasoningPlace.IsKnown;

    /// <summary>Whether it brought one string of text or reasoning and nothing else that counts.</summary>
    public bool IsOnlyText => TextPlace.IsKnown != ReasoningPlace.IsKnown
        && (TextPlace.IsKnown ? Reasoning is null : Text is null)
        && this is { Error: null, FinishReason: null, Refusal: null, Usage: null, VendorUsage: null, ToolCalls.Count: 0 };

    public IReadOnlyList<LLMToolCallDelta> ToolCalls => _toolCalls ?? (IReadOnlyList<LLMToolCallDelta>)[];

    public void AddToolCall(LLMToolCallDelta call) => (_toolCalls ??= []).Add(call);

    public void Clear()
    {
        Id = Model = ServiceTier = VendorRequestId = Text = Reasoning = Refusal = FinishReason = null;
        Error = null;
        HasChoice = false;
        Usage = VendorUsage = null;
        TextPlace = ReasoningPlace = PaddingPlace = default;
        _toolCalls?.Clear();
    }
}
