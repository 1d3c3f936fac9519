using System.Text.Json.Serialization;

namespace JobWise.Llm;

/// <summary>Who speaks in a message. Any string is valid: a role that this version does not know passes through unchanged.</summary>
[JsonConverter(typeof(LLMRoleJsonConverter))]
public readonly record struct LLMRole
{
    private readonly string? _value;

    /// <summary>Takes a role as it stands on the wire.</summary>
    /// <param name="value">Not empty; compared without regard to case.</param>
    public LLMRole(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Standing instructions; providers put them before the conversation.</summary>
    public static LLMRole System { get; } = new("system");

    /// <summary>The person or program that asks.</summary>
    public static LLMRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static LLMRole Assistant { get; } = new("assistant");

    /// <summary>The result of a tool call.</summary>
    public static LLMRole Tool { get; } = new("tool");

    /// <summary>The role as it stands on the wire; a default instance is <c>user</c>.</summary>
    public string Value => _value ?? "user";

    /// <summary>Compares without regard to case.</summary>
    /// <param name="other">The role to compare with.</param>
    public bool Equals(LLMRole other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
