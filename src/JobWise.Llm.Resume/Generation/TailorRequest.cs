using System.Collections.Immutable;

namespace JobWise.Llm.Resume;

/// <summary>Which profile to tailor to which job, and on whose account.</summary>
public sealed record TailorRequest
{
    /// <summary>The only source of facts.</summary>
    public required MasterProfile Profile { get; init; }

    /// <summary>What to tailor to.</summary>
    public required JobPosting Job { get; init; }

    /// <summary>Goes into <see cref="LLMRequest.UserId"/> of both calls.</summary>
    public string? UserId { get; init; }

    /// <summary>Go into <see cref="LLMRequest.Tags"/> of both calls.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;
}
