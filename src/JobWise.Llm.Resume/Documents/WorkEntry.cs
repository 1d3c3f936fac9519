using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>One role, paid or not. Several roles at one employer are several entries.</summary>
public sealed record WorkEntry
{
    /// <summary><c>work-1</c> or <c>volunteer-1</c>, counted from 1 in the order of the source.</summary>
    public required string Id { get; init; }

    /// <summary>The job title.</summary>
    public string? Position { get; init; }

    /// <summary>The employer, or the organisation helped.</summary>
    public string? Company { get; init; }

    /// <summary>Where the work was done.</summary>
    public string? Location { get; init; }

    /// <summary>The employer's site.</summary>
    public string? Url { get; init; }

    /// <summary>What the employer does.</summary>
    public string? Description { get; init; }

    /// <summary>What the role was; cited as <c>work-1.s</c>.</summary>
    public ProfileText? Summary { get; init; }

    /// <summary>When; a start without an end means that the role is held now.</summary>
    public ProfileDates Dates { get; init; } = new();

    /// <summary>The bullets, cited as <c>work-1.b1</c> and so on.</summary>
    public IReadOnlyList<ProfileText> Bullets { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Bullets = ").Append(Bullets.Count);
        return true;
    }
}
