namespace JobWise.Llm;

/// <summary>The answer is well-formed but breaks a rule of the caller's type or of the product, such as a missing required member.</summary>
public sealed class LLMValidationException : LLMServiceException
{
    /// <summary>Makes a validation failure.</summary>
    /// <param name="message">How many rules were broken, and the first of them.</param>
    /// <param name="errors">Each broken rule, in words that a model can be re-asked with.</param>
    /// <param name="details">What is known about the call.</param>
    public LLMValidationException(string message, IReadOnlyList<string> errors, LLMErrorDetails? details = null)
        : base(message, details)
    {
        ArgumentNullException.ThrowIfNull(errors);
        Errors = errors;
    }

    /// <summary>Each broken rule.</summary>
    public IReadOnlyList<string> Errors { get; }
}
