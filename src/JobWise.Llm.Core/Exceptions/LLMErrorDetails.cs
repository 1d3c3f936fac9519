using System.Text;

namespace JobWise.Llm;

/// <summary>The facts behind a failed call; each is null where it is not known.</summary>
public sealed record LLMErrorDetails
{
    /// <summary>The vendor; see <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public string? Provider { get; init; }

    /// <summary>The model that was asked for.</summary>
    public string? Model { get; init; }

    /// <summary>The HTTP status of the answer; null when none arrived.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The provider's own word for the error, such as <c>rate_limit_exceeded</c>.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The provider's id of the request, for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the provider asks to wait, from the moment of the answer.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The provider's explicit word on whether a retry is welcome (<c>x-should-retry</c>); null when it gave none.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>The provider's limits, as the answer gave them.</summary>
    public LLMRateLimitSnapshot? RateLimits { get; init; }

    /// <summary>The limit that the request would have passed, where the error names it with its figures.</summary>
    public LLMRateLimitExcess? RateLimitExcess { get; init; }

    /// <summary>The tokens spent before the failure.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>What the model had written before the failure.</summary>
    public string? PartialText { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Provider = ").Append(Provider)
            .Append(", Model = ").Append(Model)
            .Append(", StatusCode = ").Append(StatusCode)
            .Append(", ProviderCode = ").Append(ProviderCode)
            .Append(", RequestId = ").Append(RequestId)
            .Append(", RetryAfter = ").Append(RetryAfter)
            .Append(", PartialTextLength = ").Append(PartialText?.Length ?? 0);
        return true;
    }
}
