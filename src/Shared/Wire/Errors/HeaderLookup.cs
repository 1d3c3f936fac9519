using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>Reads a header as it stands, without the framework's own parsing, which drops forms that it does not know.</summary>
internal static class HeaderLookup
{
    /// <summary>The header's first value; null when it is missing or empty.</summary>
    public static string? First(this HttpHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        }

        return null;
    }
}
