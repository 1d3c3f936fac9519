using System.ComponentModel.DataAnnotations;

namespace JobWise.Llm.Tests;

/// <summary>Arguments of a tool.</summary>
internal sealed record Place([StringLength(20, MinimumLength = 2)] string City);
