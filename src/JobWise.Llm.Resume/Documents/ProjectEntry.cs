using System.Text;

namespace JobWise.Llm.Resume;

/// <summary>One project.</summary>
public sealed record ProjectEntry
{
    /// <summary><c>project-1</c>, counted from 1 in the order of the source.</summary>
    public required string Id { get; init; }

    /// <summary>The project's name.</summary>
    public string? Name { get; init; }

    /// <summary>For whom it was done.</summary>
    public string? Entity { get; init; }

    /// <summary>The kind of project, such as "application".</summary>
    public string? Type { get; init; }

    /// <summary>The project's site.</summary>
    public string? Url { get; init; }

    /// <summary>What it is; cited as <c>project-1.s</c>.</summary>
    public ProfileText? Description { get; init; }

    /// <summary>When; a missing end says nothing about the present.</summary>
    public ProfileDates Dates { get; init; } = new();

    /// <summary>The person's roles in it.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Technologies and topics; they count as the profile's own skills.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The bullets, cited as <c>project-1.b1</c> and so on.</summary>
    public IReadOnlyList<ProfileText> Bullets { get; init; } = [];

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Bullets = ").Append(Bullets.Count);
        return true;
    }
}
