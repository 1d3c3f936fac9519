namespace JobWise.Llm;

/// <summary>A guardrail refused the request. Nothing was sent for it, and the same request will be refused again.</summary>
public sealed class LLMGuardrailException : LLMServiceException
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="message">What was found where, and the cure; never the text.</param>
    /// <param name="ruleIds">The rules that hold.</param>
    /// <param name="score">The score of an injection; null for other guardrails.</param>
    /// <param name="details">What is known about the call.</param>
    public LLMGuardrailException(string message, IReadOnlyList<string> ruleIds, double? score = null, LLMErrorDetails? details = null)
        : base(message, details)
    {
        ArgumentNullException.ThrowIfNull(ruleIds);
        RuleIds = ruleIds;
        Score = score;
    }

    /// <summary>The rules that hold, such as <c>override.ignore</c>, <c>secret.jwt</c> or <c>input.size</c>.</summary>
    public IReadOnlyList<string> RuleIds { get; }

    /// <summary>The score of an injection, 0 to 1; null for other guardrails.</summary>
    public double? Score { get; }
}
