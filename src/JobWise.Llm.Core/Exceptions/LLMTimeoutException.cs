namespace JobWise.Llm;

/// <summary>A wait of this library ran out; <see cref="Phase"/> says which. Never the caller's own cancellation.</summary>
public sealed class LLMTimeoutException : LLMServiceException
{
    /// <summary>Makes a timeout.</summary>
    /// <param name="phase">Which wait ran out.</param>
    /// <param name="message">Names the limit and the option that sets it.</param>
    /// <param name="details">What is known about the failed call.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public LLMTimeoutException(LLMTimeoutPhase phase, string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException) => Phase = phase;

    /// <summary>Which wait ran out.</summary>
    public LLMTimeoutPhase Phase { get; }

    /// <summary>True unless the whole call has run out of time.</summary>
    protected override bool IsTransientByKind => Phase != LLMTimeoutPhase.Total;
}
