using System.Text;

namespace JobWise.Llm;

/// <summary>What a tool loop did: the last answer and everything on the way to it.</summary>
public sealed record LLMToolRun
{
    /// <summary>The last answer. Unless <see cref="End"/> is <see cref="LLMToolRunEnd.Answered"/>, it asks for tools that were not run.</summary>
    public required LLMResponse Response { get; init; }

    /// <summary>Why the loop ended.</summary>
    public LLMToolRunEnd End { get; init; }

    /// <summary>Each answer of the model, in order, the last included.</summary>
    public IReadOnlyList<LLMResponse> Steps { get; init; } = [];

    /// <summary>What was added to the conversation, in order: the model's turns and the tools' results, the last answer included.</summary>
    public IReadOnlyList<LLMMessage> Turns { get; init; } = [];

    /// <summary>The calls that gave no result; empty when all did.</summary>
    public IReadOnlyList<LLMToolFailure> Failures { get; init; } = [];

    /// <summary>The tokens of all steps; null when one of them did not tell.</summary>
    public LLMUsage? Usage => LLMUsage.Sum(Steps.Select(step => step.Usage));

    /// <summary>The cost of all steps; unknown when that of one is.</summary>
    public LLMCost Cost => LLMCost.Sum(Steps.Select(step => step.Cost));

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("End = ").Append(End).Append(", Steps = ").Append(Steps.Count).Append(", Failures = ").Append(Failures.Count)
            .Append(", Response = ").Append(Response);
        return true;
    }
}
