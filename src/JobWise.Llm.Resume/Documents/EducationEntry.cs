namespace JobWise.Llm.Resume;

/// <summary>One school and what was studied there.</summary>
public sealed record EducationEntry
{
    /// <summary><c>education-1</c>, counted from 1 in the order of the source.</summary>
    public required string Id { get; init; }

    /// <summary>The school.</summary>
    public string? Institution { get; init; }

    /// <summary>The subject.</summary>
    public string? Area { get; init; }

    /// <summary>The degree or kind of study.</summary>
    public string? StudyType { get; init; }

    /// <summary>The grade, as written.</summary>
    public string? Score { get; init; }

    /// <summary>The school's site.</summary>
    public string? Url { get; init; }

    /// <summary>When; an end alone is the day of graduation.</summary>
    public ProfileDates Dates { get; init; } = new();

    /// <summary>Courses taken.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];
}
