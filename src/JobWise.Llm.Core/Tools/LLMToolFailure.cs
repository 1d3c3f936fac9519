using System.Text;

namespace JobWise.Llm;

/// <summary>A call of a tool that gave no result; the model was told why in a few words.</summary>
public sealed record LLMToolFailure
{
    /// <summary>The id that the model gave its call.</summary>
    public required string CallId { get; init; }

    /// <summary>The name that the model asked for, which may be none of the tools'.</summary>
    public required string ToolName { get; init; }

    /// <summary>What the model was told.</summary>
    public required string Message { get; init; }

    /// <summary>What the tool's code threw; null where it was not reached. The model sees its type only.</summary>
    public Exception? Exception { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("CallId = ").Append(CallId).Append(", ToolName = ").Append(ToolName).Append(", Exception = ").Append(Exception?.GetType().Name);
        return true;
    }
}
