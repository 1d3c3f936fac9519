using System.Text;

namespace JobWise.Llm;

/// <summary>One turn of a conversation: a role and its content parts, in order.</summary>
public sealed record LLMMessage
{
    /// <summary>Who speaks.</summary>
    public required LLMRole Role { get; init; }

    /// <summary>The content, in order; empty is allowed, as for an assistant turn that only called tools elsewhere.</summary>
    public IReadOnlyList<LLMContentPart> Parts { get; init; } = [];

    /// <summary>The text parts joined without a separator; empty when there are none. Computed on every read.</summary>
    public string Text => Parts switch
    {
        [] => string.Empty,
        [LLMTextPart only] => only.Text,
        _ => string.Concat(Parts.OfType<LLMTextPart>().Select(part => part.Text)),
    };

    /// <summary>The tool calls in this message, in order.</summary>
    public IEnumerable<LLMToolCallPart> ToolCalls => Parts.OfType<LLMToolCallPart>();

    /// <summary>A system message of one text.</summary>
    /// <param name="text">May be empty.</param>
    public static LLMMessage System(string text) => Of(LLMRole.System, new LLMTextPart { Text = text });

    /// <summary>A user message of one text.</summary>
    /// <param name="text">May be empty.</param>
    public static LLMMessage User(string text) => Of(LLMRole.User, new LLMTextPart { Text = text });

    /// <summary>An assistant message of one text.</summary>
    /// <param name="text">May be empty.</param>
    public static LLMMessage Assistant(string text) => Of(LLMRole.Assistant, new LLMTextPart { Text = text });

    /// <summary>The answer to one tool call.</summary>
    /// <param name="callId">The id that the model gave its call.</param>
    /// <param name="result">What the tool returned; JSON or plain text.</param>
    public static LLMMessage ToolResult(string callId, string result) =>
        Of(LLMRole.Tool, new LLMToolResultPart { CallId = callId, Text = result });

    /// <summary>A message of several parts, such as a text and an image.</summary>
    /// <param name="role">Who speaks.</param>
    /// <param name="parts">The content, in order.</param>
    public static LLMMessage Of(LLMRole role, params IReadOnlyList<LLMContentPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new LLMMessage { Role = role, Parts = parts };
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Role = ").Append(Role).Append(", Parts = ").Append(Parts.Count).Append(", TextLength = ").Append(Text.Length);
        return true;
    }
}
