namespace JobWise.Llm.Proofs.Faults;

/// <summary>What must come of a fault: one of some exceptions, or one text, or either.</summary>
internal sealed record FaultExpectation
{
    /// <summary>The only text that may be presented as an answer; null when none may.</summary>
    public string? Text { get; init; }

    /// <summary>The finish reason that must stand beside the text; null when it does not matter.</summary>
    public string? Finish { get; init; }

    /// <summary>The exceptions of the library that may end the call; empty when only the text is right.</summary>
    public IReadOnlyList<Type> Errors { get; init; } = [];

    public int LeastSends { get; init; }

    public int MostSends { get; init; } = 4;

    /// <summary>What the exception must say was written before it, with exactly this text; null when nothing is asked.</summary>
    public string? Partial { get; init; }

    /// <summary>The wait that the exception must report; null when nothing is asked.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>No two sends may be nearer.</summary>
    public TimeSpan LeastGap { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The end may not come later; null is the deadline of the call.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>One of these, and no text.</summary>
    public static FaultExpectation Fails(params IReadOnlyList<Type> errors) => new() { Errors = errors };

    public static FaultExpectation Fails<TError>()
        where TError : LLMServiceException => Fails(typeof(TError));

    /// <summary>As <see cref="Fails(IReadOnlyList{Type})"/>, after exactly one send.</summary>
    public static FaultExpectation FailsOnce(params IReadOnlyList<Type> errors) => new() { Errors = errors, LeastSends = 1, MostSends = 1 };

    public static FaultExpectation FailsOnce<TError>()
        where TError : LLMServiceException => FailsOnce(typeof(TError));

    /// <summary>The text and no exception.</summary>
    public static FaultExpectation Gives(string text) => new() { Text = text };

    /// <summary>The text at the second send.</summary>
    public static FaultExpectation GivesAfterRetry(string text) => new() { Text = text, LeastSends = 2, MostSends = 2 };

    /// <summary>An exception of these is right too.</summary>
    public FaultExpectation Or(params IReadOnlyList<Type> errors) => this with { Errors = errors };
}
