using System.Text;

namespace JobWise.Llm;

/// <summary>An attempt as it is known before it is sent. Holds no text of a prompt.</summary>
public sealed record LLMUsageIntent
{
    /// <summary>The attempt's own id, ordered by time (UUID version 7).</summary>
    public required Guid AttemptId { get; init; }

    /// <summary>What all attempts of one call share; see <see cref="LLMCallScope.CallId"/>.</summary>
    public Guid CallId { get; init; }

    /// <summary>Which send of the call it is, from 1 on; 0 for an answer from the cache.</summary>
    public int Attempt { get; init; }

    /// <summary>See <see cref="LLMRequest.UserId"/>.</summary>
    public string? UserId { get; init; }

    /// <summary>See <see cref="LLMCallOptions.Tenant"/>.</summary>
    public string? Tenant { get; init; }

    /// <summary>See <see cref="LLMRequest.Workflow"/>.</summary>
    public string? Workflow { get; init; }

    /// <summary>See <see cref="LLMRequest.Tags"/>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableEmpty.Strings;

    /// <summary>The provider instance that is sent to.</summary>
    public required string Instance { get; init; }

    /// <summary>See <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string Vendor { get; init; }

    /// <summary>The model that is asked for; with <see cref="Instance"/> it names the lane. Null where nobody named one.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool IsStream { get; init; }

    /// <summary>The most that the attempt is likely to cost in US dollars; null where the price is not known.</summary>
    public decimal? ReservedUsd { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("AttemptId = ").Append(AttemptId)
            .Append(", CallId = ").Append(CallId)
            .Append(", Attempt = ").Append(Attempt)
            .Append(", Instance = ").Append(Instance)
            .Append(", Model = ").Append(Model);
        return true;
    }
}
