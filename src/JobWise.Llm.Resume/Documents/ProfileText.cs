using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>A bullet or a sentence of the profile, with the id by which it is cited.</summary>
public sealed record ProfileText
{
    /// <summary>Unique within the profile, such as <c>work-1.b2</c> for the second bullet of the first job.</summary>
    public required string Id { get; init; }

    /// <summary>The person's own words, white space at the ends removed.</summary>
    public required string Text { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", TextLength = ").Append(Text.Length);
        return true;
    }
}
