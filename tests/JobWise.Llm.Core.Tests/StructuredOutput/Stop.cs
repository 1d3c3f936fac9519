using System.ComponentModel.DataAnnotations;

namespace JobWise.Llm.Tests;

/// <summary>A record with a primary constructor, annotated on a parameter and on a property.</summary>
internal sealed record Stop([Range(1, 5)] int Stars, [property: RegularExpression("[A-Z].*")] string Name);
