namespace JobWise.Llm.Resume;

/// <summary>A named group of skills or interests.</summary>
public sealed record SkillGroup
{
    /// <summary><c>skill-1</c> or <c>interest-1</c>, counted from 1 in the order of the source.</summary>
    public required string Id { get; init; }

    /// <summary>The group's name; the skill itself when there are no keywords.</summary>
    public string? Name { get; init; }

    /// <summary>How well it is mastered, as written.</summary>
    public string? Level { get; init; }

    /// <summary>The skills of the group.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];
}
