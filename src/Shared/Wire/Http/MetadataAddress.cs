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
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Addresses.Contains(address) || address.IsIPv6LinkLocal || IsLinkLocal(address);
    }

    private static bool IsLinkLocal(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..];
}
