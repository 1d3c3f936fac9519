namespace JobWise.Llm.Resume;

/// <summary>A step of <see cref="ResumeTailor.TailorAsync"/>, reported as it begins or ends.</summary>
public sealed record TailorProgress
{
    /// <summary>The workflow at work, as in <see cref="LLMWorkflows"/>.</summary>
    public required string Workflow { get; init; }

    /// <summary>Whether the step has ended; false when it begins.</summary>
    public required bool IsCompleted { get; init; }

    /// <summary>What is being done, in words for people.</summary>
    public required string Message { get; init; }

    /// <summary>Since the call to <see cref="ResumeTailor.TailorAsync"/>.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What the step used; null when it begins.</summary>
    public TailorStage? Stage { get; init; }
}
