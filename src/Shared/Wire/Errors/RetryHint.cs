using System.Globalization;
using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>
/// Finds how long the provider asks to wait: <c>retry-after-ms</c>, then <c>retry-after</c> as seconds or as a date, then the reset headers
/// of a rate limit, then the text of the message. What is past, negative, absurd or no time at all counts as no hint.
/// </summary>
internal static class RetryHint
{
    private const string TextMark = "try again in ";

    /// <summary>The wait from now, or null.</summary>
    /// <param name="headers">Of the answer.</param>
    /// <param name="limits">The limits in the same headers, for an answer that says a limit was hit; else null.</param>
    /// <param name="error">The error in the body, if any.</param>
    /// <param name="now">The wall clock, which dates in headers are measured with.</param>
    public static TimeSpan? Read(HttpResponseHeaders? headers, LLMRateLimitSnapshot? limits, WireError? error, DateTimeOffset now) =>
        (headers is null ? null : FromHeaders(headers, now))
        ?? FromLimits(limits, error)
        ?? FromText(error?.Message);

    /// <summary>The provider's word on whether a retry is welcome; null when it gives none.</summary>
    public static bool? ShouldRetry(HttpResponseHeaders? headers) => headers?.First("x-should-retry")?.ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        _ => null,
    };

    private static TimeSpan? FromHeaders(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Number(headers.First("retry-after-ms")) is { } milliseconds && Hints.FromSeconds(milliseconds / 1000) is { } exact)
        {
            return exact;
        }

        var text = headers.First("retry-after");
        if (Number(text) is { } seconds)
        {
            return Hints.FromSeconds(seconds);
        }

        return GoDuration.TryParse(text)
            ?? (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? Hints.FromSeconds((at - now).TotalSeconds)
                : null);
    }

    private static TimeSpan? FromLimits(LLMRateLimitSnapshot? limits, WireError? error)
    {
        if (limits is null)
        {
            return null;
        }

        return Longest(
            limits.RequestsRemaining is 0 || error?.Type is "requests" ? limits.RequestsResetAfter : null,
            limits.TokensRemaining is 0 || error?.Type is "tokens" ? limits.TokensResetAfter : null,
            limits.InputTokensRemaining is 0 ? limits.InputTokensResetAfter : null,
            limits.OutputTokensRemaining is 0 ? limits.OutputTokensResetAfter : null);
    }

    private static TimeSpan? Longest(params ReadOnlySpan<TimeSpan?> waits)
    {
        TimeSpan? longest = null;
        foreach (var wait in waits)
        {
            longest = wait > longest || longest is null ? wait : longest;
        }

        return longest;
    }

    // Groq writes the exact wait into the message: "Please try again in 7.66s."
    private static TimeSpan? FromText(string? message)
    {
        var at = message?.IndexOf(TextMark, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var rest = message.AsSpan(at + TextMark.Length);
        var end = rest.IndexOfAny(" \r\n,;");
        var word = (end < 0 ? rest : rest[..end]).TrimEnd('.');
        return GoDuration.TryParse(word) ?? FromWords(word, end < 0 ? [] : rest[(end + 1)..]);
    }

    private static TimeSpan? FromWords(ReadOnlySpan<char> number, ReadOnlySpan<char> unit)
    {
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var seconds = unit.StartsWith("minute", StringComparison.OrdinalIgnoreCase) ? value * 60
            : unit.StartsWith("millisecond", StringComparison.OrdinalIgnoreCase) ? value / 1000
            : value;
        return Hints.FromSeconds(seconds);
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
