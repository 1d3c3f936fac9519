using System.ComponentModel.DataAnnotations;

namespace JobWise.Llm.Tests;

/// <summary>One kind of part.</summary>
internal sealed record Flight : TripPart
{
    [MaxLength(3)]
    public string From { get; init; } = string.Empty;
}
