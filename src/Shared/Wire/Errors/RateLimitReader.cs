using System.Globalization;
using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>Reads the provider's limits from the headers of an answer.</summary>
internal static class RateLimitReader
{
    /// <summary>The limits, or null when no header gives any.</summary>
    public static LLMRateLimitSnapshot? Read(HttpResponseHeaders headers, RateLimitHeaders names, DateTimeOffset now)
    {
        var requests = ReadOne(headers, names.Requests, now);
        var tokens = ReadOne(headers, names.Tokens, now);
        var input = ReadOne(headers, names.InputTokens, now);
        var output = ReadOne(headers, names.OutputTokens, now);
        if (requests == default && tokens == default && input == default && output == default)
        {
            return null;
        }

        return new LLMRateLimitSnapshot
        {
            RequestWindow = names.RequestWindow,
            TokenWindow = names.TokenWindow,
            RequestLimit = requests.Limit,
            RequestsRemaining = requests.Remaining,
            RequestsResetAfter = requests.Reset,
            TokenLimit = tokens.Limit,
            TokensRemaining = tokens.Remaining,
            TokensResetAfter = tokens.Reset,
            InputTokenLimit = input.Limit,
            InputTokensRemaining = input.Remaining,
            InputTokensResetAfter = input.Reset,
            OutputTokenLimit = output.Limit,
            OutputTokensRemaining = output.Remaining,
            OutputTokensResetAfter = output.Reset,
        };
    }

    private static (long? Limit, long? Remaining, TimeSpan? Reset) ReadOne(HttpResponseHeaders headers, RateLimitHeader? names, DateTimeOffset now) =>
        names is null ? default : (Count(headers, names.Limit), Count(headers, names.Remaining), Reset(headers, names.Reset, now));

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
