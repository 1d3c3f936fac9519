using System.Net;
using System.Net.Sockets;

namespace JobWise.Llm.Wire;

/// <summary>Decides whether an address is safe to send a key and a prompt to.</summary>
internal static class BaseUrlRules
{
    private static readonly string[] MetadataHosts = ["metadata.google.internal", "metadata.goog", "instance-data"];
    private static readonly IPAddress[] MetadataAddresses = [IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254")];

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

        if (IsMetadata(url))
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

    private static bool IsMetadata(Uri url)
    {
        if (!IPAddress.TryParse(url.IdnHost, out var address))
        {
            return MetadataHosts.Contains(url.IdnHost.TrimEnd('.'), StringComparer.OrdinalIgnoreCase);
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return MetadataAddresses.Contains(address) || address.IsIPv6LinkLocal || IsLinkLocal(address);
    }

    private static bool IsLinkLocal(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..];
}
