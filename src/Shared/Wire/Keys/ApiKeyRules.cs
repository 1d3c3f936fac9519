namespace JobWise.Llm.Wire;

/// <summary>Decides whether a key can stand in a header. .NET would send a line break in it as the start of another header.</summary>
internal static class ApiKeyRules
{
    /// <summary>Why the key is refused, naming its source and never its value; null when it can be sent.</summary>
    public static string? Refusal(string key, string source) => key.AsSpan().ContainsAnyExceptInRange('!', '~')
        ? $"The key from {source} holds a line break, a space or another character outside printable ASCII. Copy the key again, without quotes."
        : null;
}
