namespace JobWise.Llm.Wire;

/// <summary>Turns chunks into updates, and keeps what they have brought so far.</summary>
/// <param name="exchange">Knows the time, the limits and the caps.</param>
internal sealed class StreamProgress(Exchange exchange)
{
    private readonly Queue<LLMStreamUpdate> _ready = new();
    private readonly ToolCallIndex _toolCalls = new();
    private long _characters;

    public LLMStreamAccumulator SoFar { get; } = new();

    /// <summary>When the first piece of content came; null before.</summary>
    public TimeSpan? FirstContent { get; private set; }

    public bool IsEmpty => _ready.Count == 0;

    public LLMStreamUpdate Next() => _ready.Dequeue();

    public void Add(LLMStreamUpdate update)
    {
        SoFar.Add(update);
        _ready.Enqueue(update);
    }

    /// <summary>Adds every update that the chunk holds.</summary>
    public void Take(ChatPayload chunk)
    {
        if (chunk.Reasoning is { Length: > 0 } reasoning)
        {
            AddContent(LLMStreamUpdate.ForReasoning(reasoning), reasoning.Length);
        }

        if (chunk.Text is { Length: > 0 } text)
        {
            AddContent(LLMStreamUpdate.ForText(text), text.Length);
        }

        if (chunk.Refusal is { Length: > 0 } refusal)
        {
            AddContent(LLMStreamUpdate.ForText(refusal), refusal.Length);
        }

        for (var i = 0; i < chunk.ToolCalls.Count; i++)
        {
            AddContent(LLMStreamUpdate.ForToolCall(_toolCalls.Place(chunk.ToolCalls[i])), chunk.ToolCalls[i].Arguments.Length);
        }

        if ((chunk.Usage ?? chunk.VendorUsage) is { } usage)
        {
            Add(LLMStreamUpdate.ForUsage(usage));
        }
    }

    private void AddContent(LLMStreamUpdate update, int length)
    {
        _characters += length;
        if (_characters > exchange.Options.MaxResponseBytes)
        {
            throw ResponseBody.TooLarge("answer", exchange.Options.MaxResponseBytes, nameof(OpenAIProtocolOptions.MaxResponseBytes));
        }

        Add(update);
        if (FirstContent is not null)
        {
            return;
        }

        FirstContent = exchange.Elapsed;

        // Not before the first content: a pipeline takes the first update as the sign that the answer has begun.
        if (exchange.RateLimits is { } limits)
        {
            Add(LLMStreamUpdate.ForRateLimits(limits));
        }
    }
}
