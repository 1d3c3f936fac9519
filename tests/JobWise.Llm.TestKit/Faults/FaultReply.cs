namespace JobWise.Llm.TestKit;

/// <summary>What a <see cref="FaultServer"/> does with one request, step by step. The connection stays open after the last step unless that closed it.</summary>
public sealed class FaultReply(params IEnumerable<FaultStep> steps)
{
    /// <summary>In order.</summary>
    public IReadOnlyList<FaultStep> Steps { get; } = [.. steps];

    /// <summary>The same with more steps after it.</summary>
    public FaultReply Then(params IEnumerable<FaultStep> steps) => new(Steps.Concat(steps));
}
