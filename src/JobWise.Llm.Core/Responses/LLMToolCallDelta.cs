using System.Text;

namespace JobWise.Llm;

/// <summary>A piece of a tool call in a stream. Pieces of one call share <see cref="Index"/>.</summary>
public sealed record LLMToolCallDelta
{
    /// <summary>Which call of the turn this belongs to; some providers count from 1.</summary>
    public int Index { get; init; }

    /// <summary>The call's id, in the piece that brings it.</summary>
    public string? Id { get; init; }

    /// <summary>The tool's name, in the piece that brings it.</summary>
    public string? Name { get; init; }

    /// <summary>The next characters of the arguments; empty in a piece that brings only the name.</summary>
    public string Arguments { get; init; } = string.Empty;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Index = ").Append(Index).Append(", Id = ").Append(Id).Append(", Name = ").Append(Name)
            .Append(", ArgumentsLength = ").Append(Arguments.Length);
        return true;
    }
}
