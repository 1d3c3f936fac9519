using System.Net;
using System.Net.Sockets;

namespace JobWise.Llm.Wire;

/// <summary>Knows the addresses at which clouds hand out credentials to whoever asks from inside.</summary>
internal static class MetadataAddress
{
    private static readonly string[] Hosts = ["metadata.google.internal", "metadata.goog", "instance-data"];
    private static readonly IPAddress[] Addresses = [IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254")];

    public static bool Is(string host) => IPAddress.TryParse(host, out var address)
        ? Is(address)
        : Hosts.Contains(host.TrimEnd('.'), StringComparer.OrdinalIgnoreCase);

    public static bool Is(IPAddress address)
    {
        address = WithoutWrapping(address);
        return Addresses.Contains(address) || address.IsIPv6LinkLocal || IsLinkLocal(address);
    }

    // The ways to write an IPv4 address as one of IPv6: mapped, compatible, through NAT64 (RFC 6052) and 6to4 (RFC 3056).
    private static IPAddress WithoutWrapping(IPAddress address) => address.AddressFamily != AddressFamily.InterNetworkV6 ? address : address.GetAddressBytes() switch
    {
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. var mapped] => new IPAddress(mapped),
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. var compatible] => new IPAddress(compatible),
        [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, .. var translated] => new IPAddress(translated),
        [0x20, 0x02, var a, var b, var c, var d, ..] => new IPAddress([a, b, c, d]),
        _ => address,
    };

    private static bool IsLinkLocal(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..];
}
