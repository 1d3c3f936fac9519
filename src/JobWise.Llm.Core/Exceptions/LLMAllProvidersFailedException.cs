namespace JobWise.Llm;

/// <summary>Every route was tried and failed. <see cref="Failures"/> keeps each error, in the order of the tries.</summary>
public sealed class LLMAllProvidersFailedException : LLMServiceException
{
    /// <summary>Collects the failures of one call.</summary>
    /// <param name="message">How many routes were tried.</param>
    /// <param name="failures">At least one; the last becomes the inner exception.</param>
    /// <param name="details">What is known about the call.</param>
    public LLMAllProvidersFailedException(string message, IReadOnlyList<LLMServiceException> failures, LLMErrorDetails? details = null)
        : base(message, details, failures is [.., var last] ? last : null)
    {
        ArgumentNullException.ThrowIfNull(failures);
        Failures = failures;
    }

    /// <summary>Each route's error, in the order of the tries.</summary>
    public IReadOnlyList<LLMServiceException> Failures { get; }

    /// <summary>Whether any of the failures is transient.</summary>
    protected override bool IsTransientByKind => Failures.Any(failure => failure.IsTransient);
}
