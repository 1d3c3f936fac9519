using System.Text;

namespace JobWise.Llm;

/// <summary>A call that the model wants the caller to make.</summary>
public sealed record LLMToolCallPart : LLMContentPart
{
    /// <summary>The id that the result must repeat.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the tool.</summary>
    public required string Name { get; init; }

    /// <summary>The arguments as the model wrote them: meant to be a JSON object, but kept as raw text since models get it wrong.</summary>
    public string Arguments { get; init; } = "{}";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Name = ").Append(Name).Append(", ArgumentsLength = ").Append(Arguments.Length);
        return true;
    }
}
