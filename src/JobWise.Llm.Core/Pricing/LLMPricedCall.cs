using System.Runtime.InteropServices;

namespace JobWise.Llm;

/// <summary>What the price book must know of a call.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LLMPricedCall
{
    /// <summary>The vendor that answered; see <see cref="LLMServiceMetadata.ProviderName"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The model that answered, as the provider names it.</summary>
    public required string Model { get; init; }

    /// <summary>The tokens used; null gives an unknown cost.</summary>
    public LLMUsage? Usage { get; init; }

    /// <summary>The day of the call, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The service tier that the answer names, not the one that was asked for; null is the standard one.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Whether the call was a line of a batch.</summary>
    public bool IsBatch { get; init; }

    /// <summary>How <see cref="LLMUsage.CacheWriteTokens"/> divide by kind, such as <c>5m</c> and <c>1h</c>; what it leaves over has the usual price of a write.</summary>
    public IReadOnlyDictionary<string, int> CacheWriteTokensByKind { get => field ?? ImmutableEmpty.Counts; init; }

    /// <summary>What an answer says of itself, a result of a batch included.</summary>
    /// <param name="response">From any provider.</param>
    /// <param name="day">The day of the call, in UTC; of a batch, the day it ended.</param>
    public static LLMPricedCall Of(LLMResponse response, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new()
        {
            Provider = response.Provider,
            Model = response.Model,
            Usage = response.Usage,
            CacheWriteTokensByKind = response.Usage?.CacheWriteTokensByKind ?? ImmutableEmpty.Counts,
            ServiceTier = response.ServiceTier,
            IsBatch = response.IsBatch,
            Day = day,
        };
    }
}
