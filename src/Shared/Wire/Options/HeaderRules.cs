namespace JobWise.Llm.Wire;

/// <summary>Decides whether a header of the caller's may be sent.</summary>
internal static class HeaderRules
{
    private static readonly string[] Reserved =
        ["Authorization", "Proxy-Authorization", "api-key", "x-api-key", "Host", "Cookie", "Connection", "Transfer-Encoding", "Accept-Encoding", "Expect"];

    /// <summary>Why the header is refused, or null. The value is never repeated: it may be a secret.</summary>
    public static string? Refusal(string name, string value)
    {
        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            return "is set by the library and cannot be replaced. Remove it.";
        }

        if (value is null || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return "has a value with a line break or another character outside printable ASCII. Remove that character.";
        }

        return CanBeSent(name, value) ? null : "is not a valid header. Correct its name or its value.";
    }

    private static bool CanBeSent(string name, string value)
    {
        using var probe = new HttpRequestMessage();
        try
        {
            probe.Headers.Add(name, value);
            return true;
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            // The framework tells a bad name or value by one of these.
            return false;
        }
    }
}
