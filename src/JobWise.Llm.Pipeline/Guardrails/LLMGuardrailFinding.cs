namespace JobWise.Llm;

/// <summary>One sign of a prompt injection. It says where and why, never what the text was.</summary>
public sealed record LLMGuardrailFinding
{
    internal const string Plain = "plain";

    /// <summary>The rule that holds, such as <c>override.ignore</c>; the part before the dot is its family.</summary>
    public required string RuleId { get; init; }

    /// <summary>How sure the rule is, above 0 and up to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The message in <see cref="LLMRequest.GetConversation"/>, counted from 0.</summary>
    public required int MessageIndex { get; init; }

    /// <summary>How the text had to be read: <c>plain</c>, or the disguise that was taken off, such as <c>base64</c>, <c>homoglyphs</c> or <c>spaced</c>.</summary>
    public required string Form { get; init; }
}
