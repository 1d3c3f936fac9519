using System.Text;

namespace JobWise.Llm;

/// <summary>The tokens of one call. Null means that the provider did not say; it is not zero.</summary>
public sealed record LLMUsage
{
    /// <summary>Input tokens, cached and cache-written ones included.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Output tokens, reasoning included.</summary>
    public int? CompletionTokens { get; init; }

    /// <summary>The part of the input that was read from the provider's prompt cache.</summary>
    public int? CachedTokens { get; init; }

    /// <summary>The part of the input that was written to the provider's prompt cache.</summary>
    public int? CacheWriteTokens { get; init; }

    /// <summary>
    /// The part of <see cref="CacheWriteTokens"/> that has another price than the usual, by its kind in the price book, such as <c>1h</c>. Empty
    /// where there is none, or where the provider does not say.
    /// </summary>
    public IReadOnlyDictionary<string, int> CacheWriteTokensByKind { get; init; } = ImmutableEmpty.Counts;

    /// <summary>The part of the output that the model spent on reasoning.</summary>
    public int? ReasoningTokens { get; init; }

    /// <summary>As the provider counts it, else the sum of input and output where both are known.</summary>
    public int? TotalTokens { get; init; }

    /// <summary>Whether the numbers were estimated by this library because the provider gave none.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>How long the request waited at the provider; Groq reports it.</summary>
    public TimeSpan? QueueTime { get; init; }

    /// <summary>How long the provider worked on the prompt; Groq reports it.</summary>
    public TimeSpan? PromptTime { get; init; }

    /// <summary>How long the provider generated; Groq reports it.</summary>
    public TimeSpan? CompletionTime { get; init; }

    /// <summary>Adds up the tokens of several calls. What one of them does not say is unknown in the sum, never smaller: null is not zero.</summary>
    /// <param name="parts">The usage of each call; a null part, or none at all, makes the whole sum null.</param>
    public static LLMUsage? Sum(params IEnumerable<LLMUsage?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        LLMUsage? sum = null;
        foreach (var part in parts)
        {
            if (part is null)
            {
                return null;
            }

            sum = sum is null ? part : sum.Plus(part);
        }

        return sum;
    }

    private LLMUsage Plus(LLMUsage other) => new()
    {
        PromptTokens = PromptTokens + other.PromptTokens,
        CompletionTokens = CompletionTokens + other.CompletionTokens,
        CachedTokens = CachedTokens + other.CachedTokens,
        CacheWriteTokens = CacheWriteTokens + other.CacheWriteTokens,
        CacheWriteTokensByKind = Plus(CacheWriteTokensByKind, other.CacheWriteTokensByKind),
        ReasoningTokens = ReasoningTokens + other.ReasoningTokens,
        TotalTokens = TotalTokens + other.TotalTokens,
        IsEstimated = IsEstimated || other.IsEstimated,
        QueueTime = QueueTime + other.QueueTime,
        PromptTime = PromptTime + other.PromptTime,
        CompletionTime = CompletionTime + other.CompletionTime,
    };

    private static IReadOnlyDictionary<string, int> Plus(IReadOnlyDictionary<string, int> left, IReadOnlyDictionary<string, int> right) =>
        right.Count == 0 ? left
        : left.Count == 0 ? right
        : left.Keys.Union(right.Keys).ToDictionary(kind => kind, kind => left.GetValueOrDefault(kind) + right.GetValueOrDefault(kind), StringComparer.Ordinal);

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("PromptTokens = ").Append(PromptTokens)
            .Append(", CompletionTokens = ").Append(CompletionTokens)
            .Append(", CachedTokens = ").Append(CachedTokens)
            .Append(", CacheWriteTokens = ").Append(CacheWriteTokens)
            .Append(", ReasoningTokens = ").Append(ReasoningTokens)
            .Append(", TotalTokens = ").Append(TotalTokens)
            .Append(", IsEstimated = ").Append(IsEstimated);
        return true;
    }
}
