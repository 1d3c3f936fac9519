using System.Net;
using System.Net.Sockets;

namespace JobWise.Llm.Wire;

/// <summary>Opens connections, and checks where they lead: a name that passed as an option may point elsewhere by now (DNS rebinding).</summary>
internal static class AddressGuard
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        if (Array.Exists(addresses, MetadataAddress.Is))
        {
            throw new ForbiddenAddressException(
                $"'{target.Host}' leads to a cloud metadata address, and nothing was sent. Correct BaseUrl or the name's entry in DNS.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            // Whatever happened, the socket is not left open.
            socket.Dispose();
            throw;
        }
    }
}
