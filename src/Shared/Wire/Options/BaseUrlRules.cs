namespace JobWise.Llm.Wire;

/// <summary>Decides whether an address is safe to send a key and a prompt to.</summary>
internal static class BaseUrlRules
{
    /// <summary>Why the address is refused, as the part of a sentence after its value, or null.</summary>
    public static string? Refusal(Uri url, bool allowInsecureHttp)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            return "is not an absolute http or https address. Write it in full, such as https://api.example.com/v1.";
        }

        if (url.UserInfo.Length > 0)
        {
            return "holds a user name or password. Take it out and set ApiKey instead.";
        }

        if (MetadataAddress.Is(url.IdnHost))
        {
            return "is a cloud metadata address. Set the address of the model server.";
        }

        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback || allowInsecureHttp
            ? null
            : "would send the key and the prompts unencrypted. Use https, or set AllowInsecureHttp to true.";
    }

    /// <summary>The address without what may be secret: user, query and fragment.</summary>
    public static string Show(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : url.OriginalString.AsSpan().ContainsAny('@', '?', '#') ? "(not shown: it may hold a secret)" : url.OriginalString;
}
