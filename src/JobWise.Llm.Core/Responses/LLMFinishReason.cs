using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Why the model stopped. Any string is valid: a reason that this version does not know passes through unchanged.</summary>
[JsonConverter(typeof(LLMFinishReasonJsonConverter))]
public readonly record struct LLMFinishReason
{
    private readonly string? _value;

    /// <summary>Takes a reason as it stands on the wire.</summary>
    /// <param name="value">Not empty; compared without regard to case.</param>
    public LLMFinishReason(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The model was done, or met a stop sequence.</summary>
    public static LLMFinishReason Stop { get; } = new("stop");

    /// <summary>The output cap or the context window ended the answer: it is cut.</summary>
    public static LLMFinishReason Length { get; } = new("length");

    /// <summary>The model asks the caller to run tools.</summary>
    public static LLMFinishReason ToolCalls { get; } = new("tool_calls");

    /// <summary>The provider withheld or cut the answer, or the model refused.</summary>
    public static LLMFinishReason ContentFilter { get; } = new("content_filter");

    /// <summary>The provider gave no reason.</summary>
    public static LLMFinishReason Unknown { get; } = new("unknown");

    /// <summary>The reason as it stands on the wire; a default instance is <c>unknown</c>.</summary>
    public string Value => _value ?? "unknown";

    /// <summary>Compares without regard to case.</summary>
    /// <param name="other">The reason to compare with.</param>
    public bool Equals(LLMFinishReason other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
