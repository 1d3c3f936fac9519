namespace JobWise.Llm;

/// <summary>What one answer cost. An unknown cost is null with a reason, never 0.</summary>
public sealed record LLMCost
{
    /// <summary>US dollars, unrounded; null when unknown.</summary>
    public decimal? Usd { get; init; }

    /// <summary>Why <see cref="Usd"/> is null; null when it is known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The day from which the price used is valid; null when the cost is unknown or no source dates the price.</summary>
    public DateOnly? PriceValidFrom { get; init; }

    /// <summary>Whether the tokens behind the figure were estimated.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>A cost that cannot be told.</summary>
    /// <param name="because">Why, and what would cure it.</param>
    public static LLMCost Unknown(string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return new() { UnknownBecause = because };
    }

    /// <summary>Adds up the cost of several calls. One unknown part makes the sum unknown, for that part's reason.</summary>
    /// <param name="parts">The cost of each call; a null part is a call that nobody priced.</param>
    public static LLMCost Sum(params IEnumerable<LLMCost?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        LLMCost[] all = [.. parts.Select(part => part ?? Unknown("The call was not priced: use the service of AddJobWiseLlm(), which prices calls."))];
        return all.FirstOrDefault(part => part.Usd is null) ?? new LLMCost
        {
            Usd = all.Sum(part => part.Usd),
            PriceValidFrom = all.Max(part => part.PriceValidFrom),
            IsEstimated = all.Any(part => part.IsEstimated),
        };
    }
}
