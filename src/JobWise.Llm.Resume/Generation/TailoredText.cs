using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>A bullet or a sentence of the resume with what it rests on.</summary>
public sealed record TailoredText
{
    /// <summary>The ids of the profile's texts that support it.</summary>
    public required IReadOnlyList<string> SourceIds { get; init; }

    /// <summary>The text to show.</summary>
    public required string Text { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("SourceIds = ").AppendJoin(' ', SourceIds).Append(", TextLength = ").Append(Text.Length);
        return true;
    }
}
