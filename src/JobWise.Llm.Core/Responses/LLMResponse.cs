using System.Text;

namespace JobWise.Llm;

/// <summary>A complete answer. Immutable; <see cref="Message"/> can be appended to the next request as it is.</summary>
public sealed record LLMResponse
{
    /// <summary>The model's turn: text, reasoning and tool calls.</summary>
    public required LLMMessage Message { get; init; }

    /// <summary>The answer's text; empty when the model only called tools. Untrusted and unescaped.</summary>
    public string Text => Message.Text;

    /// <summary>The vendor that answered; see <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The model that answered, as the provider names it.</summary>
    public required string Model { get; init; }

    /// <summary>Why the model stopped. <see cref="LLMFinishReason.Length"/> means that the text is cut.</summary>
    public LLMFinishReason FinishReason { get; init; }

    /// <summary>The tokens used; null when the provider did not say.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>What the answer cost; null outside the pipeline, which prices it.</summary>
    public LLMCost? Cost { get; init; }

    /// <summary>From sending the request that was answered to its last byte.</summary>
    public TimeSpan GenerationTime { get; init; }

    /// <summary>From sending the request to the first piece of content; null for an answer that came whole.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    /// <summary>The provider's id of the request, for its support; null where it gives none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The provider's id of the answer; null where it gives none.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The service tier that served the call, which prices may depend on; null where the provider does not say.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>The provider's limits after this call; null where it does not say.</summary>
    public LLMRateLimitSnapshot? RateLimits { get; init; }

    /// <summary>How the answer was reached; null outside the pipeline.</summary>
    public LLMRoute? Route { get; init; }

    /// <summary>What was asked for but not done as asked; empty when all was.</summary>
    public IReadOnlyList<LLMWarning> Warnings { get; init; } = [];

    /// <summary>Whether the answer came from the response cache.</summary>
    public bool IsCached { get; init; }

    /// <summary>Whether the answer is a result of a batch, which has the price of a batch.</summary>
    public bool IsBatch { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Provider = ").Append(Provider)
            .Append(", Model = ").Append(Model)
            .Append(", FinishReason = ").Append(FinishReason)
            .Append(", TextLength = ").Append(Text.Length)
            .Append(", Usage = ").Append(Usage)
            .Append(", RequestId = ").Append(RequestId);
        return true;
    }
}
