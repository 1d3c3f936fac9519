using System.Globalization;

namespace JobWise.Llm.Wire;

/// <summary>Reads which limit was passed from the words of an error, as <c>… on tokens per minute (TPM): Limit 8000, Used 7739, Requested 1108</c>.</summary>
internal static class ExcessText
{
    private static readonly (string Mark, LLMRateLimitKind Kind)[] Marks =
    [
        ("(RPM)", LLMRateLimitKind.RequestsPerMinute),
        ("(RPD)", LLMRateLimitKind.RequestsPerDay),
        ("(TPM)", LLMRateLimitKind.TokensPerMinute),
        ("(TPD)", LLMRateLimitKind.TokensPerDay),
        ("(ITPM)", LLMRateLimitKind.InputTokensPerMinute),
        ("(OTPM)", LLMRateLimitKind.OutputTokensPerMinute),
    ];

    /// <summary>The limit and its figures; null when the message names none.</summary>
    public static LLMRateLimitExcess? Read(WireError? error, RateLimitHeaders headers)
    {
        if (error?.Message is not { } message || Number(message, "Limit") is not { } limit || KindOf(error, message, headers) is not { } kind)
        {
            return null;
        }

        return new LLMRateLimitExcess { Kind = kind, Limit = limit, Used = Number(message, "Used"), Requested = Number(message, "Requested") };
    }

    private static LLMRateLimitKind? KindOf(WireError error, string message, RateLimitHeaders headers)
    {
        foreach (var (mark, kind) in Marks)
        {
            if (message.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        // A short message names no window: the one that the vendor's headers count in is the nearest to hand.
        var isDaily = (error.Type is "tokens" ? headers.TokenWindow : headers.RequestWindow) == TimeSpan.FromDays(1);
        return error.Type switch
        {
            "tokens" => isDaily ? LLMRateLimitKind.TokensPerDay : LLMRateLimitKind.TokensPerMinute,
            "requests" => isDaily ? LLMRateLimitKind.RequestsPerDay : LLMRateLimitKind.RequestsPerMinute,
            _ => null,
        };
    }

    private static long? Number(string message, string word)
    {
        var at = message.IndexOf(word + " ", StringComparison.Ordinal);
        at = at < 0 ? message.IndexOf(word + ": ", StringComparison.Ordinal) : at;
        if (at < 0)
        {
            return null;
        }

        var rest = message.AsSpan(at + word.Length).TrimStart(": ");
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
