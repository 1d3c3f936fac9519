using System.ComponentModel.DataAnnotations;

namespace JobWise.Llm.Tests;

/// <summary>An answer type with rules on its members, its parts, and as a whole.</summary>
internal sealed record Trip : IValidatableObject
{
    [StringLength(10, MinimumLength = 1)]
    public string Title { get; init; } = string.Empty;

    [Required]
    [Range(1, 30)]
    public int Days { get; init; }

    public int Nights { get; init; }

    public IReadOnlyList<Stop> Stops { get; init; } = [];

    public Dictionary<string, Stop> Named { get; init; } = [];

    public IReadOnlyList<TripPart> Parts { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Nights > Days ? [new ValidationResult("there are more nights than days.", [nameof(Nights)])] : [];
}
