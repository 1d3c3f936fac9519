using System.Globalization;
using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>Reads the provider's limits from the headers of an answer.</summary>
internal static class RateLimitReader
{
    /// <summary>The limits, or null when no header gives any.</summary>
    public static LLMRateLimitSnapshot? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var snapshot = new LLMRateLimitSnapshot
        {
            RequestLimit = Count(headers, "x-ratelimit-limit-requests"),
            RequestsRemaining = Count(headers, "x-ratelimit-remaining-requests"),
            RequestsResetAfter = Reset(headers, "x-ratelimit-reset-requests", now),
            TokenLimit = Count(headers, "x-ratelimit-limit-tokens"),
            TokensRemaining = Count(headers, "x-ratelimit-remaining-tokens"),
            TokensResetAfter = Reset(headers, "x-ratelimit-reset-tokens", now),
        };
        return snapshot == Nothing ? null : snapshot;
    }

    private static LLMRateLimitSnapshot Nothing { get; } = new();

    // Azure sends -1 where it does not know.
    private static long? Count(HttpResponseHeaders headers, string name) =>
        long.TryParse(headers.First(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count >= 0 ? count : null;

    private static TimeSpan? Reset(HttpResponseHeaders headers, string name, DateTimeOffset now)
    {
        if (headers.First(name) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return Hints.FromSeconds(seconds);
        }

        return GoDuration.TryParse(text) ?? FromDate(text, now);
    }

    private static TimeSpan? FromDate(string text, DateTimeOffset now) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Hints.FromSeconds((at - now).TotalSeconds)
            : null;
}
