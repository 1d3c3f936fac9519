using System.Diagnostics.CodeAnalysis;

namespace JobWise.Llm.Wire;

/// <summary>The updates that wait for the consumer, and what they have brought so far.</summary>
/// <param name="exchange">Knows the time, the limits and the caps.</param>
internal sealed class StreamProgress(Exchange exchange)
{
    private readonly Queue<LLMStreamUpdate> _ready = new();
    private long _characters;

    public LLMStreamAccumulator SoFar { get; } = new();

    /// <summary>When the first piece of content came; null before.</summary>
    public TimeSpan? FirstContent { get; private set; }

    public bool IsEmpty => _ready.Count == 0;

    public bool TryNext([NotNullWhen(true)] out LLMStreamUpdate? update) => _ready.TryDequeue(out update);

    public void Add(LLMStreamUpdate update)
    {
        SoFar.Add(update);
        _ready.Enqueue(update);
    }

    /// <summary>Adds a piece of the answer; null and empty ones are passed over.</summary>
    public void AddText(string? text)
    {
        if (text is { Length: > 0 })
        {
            AddContent(LLMStreamUpdate.ForText(text), text.Length);
        }
    }

    /// <summary>Adds a piece of the reasoning; null and empty ones are passed over.</summary>
    public void AddReasoning(string? reasoning)
    {
        if (reasoning is { Length: > 0 })
        {
            AddContent(LLMStreamUpdate.ForReasoning(reasoning), reasoning.Length);
        }
    }

    public void AddToolCall(LLMToolCallDelta delta) => AddContent(LLMStreamUpdate.ForToolCall(delta), delta.Arguments.Length);

    private void AddContent(LLMStreamUpdate update, int length)
    {
        _characters += length;
        if (_characters > exchange.Options.MaxResponseBytes)
        {
            throw ResponseBody.TooLarge("answer", exchange.Options.MaxResponseBytes, nameof(LLMProviderOptions.MaxResponseBytes));
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
