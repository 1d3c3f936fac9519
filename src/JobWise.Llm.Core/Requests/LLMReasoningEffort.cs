namespace JobWise.Llm;

/// <summary>How much a reasoning model thinks before it answers. Any string passes through: models differ in what they take.</summary>
public readonly record struct LLMReasoningEffort
{
    private readonly string? _value;

    /// <summary>Takes an effort as it stands on the wire.</summary>
    /// <param name="value">Not empty.</param>
    public LLMReasoningEffort(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>No thinking; Groq's gpt-oss models refuse it.</summary>
    public static LLMReasoningEffort None { get; } = new("none");

    /// <summary>Little thinking.</summary>
    public static LLMReasoningEffort Low { get; } = new("low");

    /// <summary>What most models do by default.</summary>
    public static LLMReasoningEffort Medium { get; } = new("medium");

    /// <summary>Much thinking.</summary>
    public static LLMReasoningEffort High { get; } = new("high");

    /// <summary>The effort as it stands on the wire; a default instance is <c>medium</c>.</summary>
    public string Value => _value ?? "medium";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
