using System.Net;
using System.Net.Sockets;
using System.Text;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults;

[Collection(RealPorts.Name)]
public sealed class FaultServerTests
{
    private static readonly byte[] Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"u8.ToArray();

    [Fact]
    public async Task Requests_keep_head_body_and_order()
    {
        await using var server = FaultServer.Start([new FaultReply(FaultStep.Send(Ok))]);
        using var client = new HttpClient();

        await client.PostAsync(new Uri(server.Address, "a"), new StringContent("grüezi"));
        await client.GetAsync(new Uri(server.Address, "b"));

        Assert.Equal(["POST /a HTTP/1.1", "GET /b HTTP/1.1"], server.Requests.Select(request => request.Line));
        Assert.Equal(("grüezi", "text/plain; charset=utf-8"), (server.Requests[0].BodyText, server.Requests[0].Header("content-type")));
        Assert.Equal((1, 0, 0), (server.Accepted, server.Requests[0].Connection, server.Requests[1].Connection));
    }

    [Fact]
    public async Task Replies_follow_each_other_and_the_last_stays()
    {
        await using var server = FaultServer.Start([Status(500), Status(404)]);
        using var client = new HttpClient();

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((int)(await client.GetAsync(server.Address)).StatusCode);
        }

        Assert.Equal([500, 404, 404], statuses);
    }

    [Fact]
    public async Task Reset_is_seen_as_a_reset_and_close_as_an_end()
    {
        await using var resetting = FaultServer.Start([new FaultReply(FaultStep.Reset)]);
        await using var closing = FaultServer.Start([new FaultReply(FaultStep.Send("x"u8.ToArray()), FaultStep.Close)]);

        var reset = await Assert.ThrowsAsync<IOException>(() => ReadAsync(resetting));

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(reset.InnerException).SocketErrorCode);
        Assert.Equal("x", await ReadAsync(closing));
    }

    [Fact]
    public async Task Repeat_and_drip_send_every_byte()
    {
        var reply = new FaultReply(FaultStep.Drip("abcdefg"u8.ToArray(), 3, TimeSpan.Zero), FaultStep.Repeat("xy"u8.ToArray(), 3), FaultStep.Close);
        await using var server = FaultServer.Start([reply]);

        Assert.Equal("abcdefgxyxyxy", await ReadAsync(server));
    }

    [Fact]
    public async Task Stall_ends_when_the_client_hangs_up()
    {
        await using var server = FaultServer.Start([new FaultReply(FaultStep.Stall)]);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            await client.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
            Assert.False(await server.AreAllClosedAsync(TimeSpan.FromMilliseconds(50)) && server.Accepted > 0);
        }

        Assert.True(await server.AreAllClosedAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task DisposeAsync_ends_what_would_never_end()
    {
        var server = FaultServer.Start([new FaultReply(FaultStep.Repeat("x"u8.ToArray(), long.MaxValue))]);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(0, server.OpenConnections);
    }

    [Fact]
    public async Task Tls_speaks_with_the_certificate_it_is_given()
    {
        using var certificates = new FaultCertificates();
        using var certificate = certificates.Good();
        await using var server = FaultServer.Start([new FaultReply(FaultStep.Send(Ok))], new FaultServerOptions { Tls = new FaultTls(certificate) });
        string? seen = null;
        using var handler = new HttpClientHandler();
#pragma warning disable CA5359, MA0039 // The test looks at the certificate itself.
        handler.ServerCertificateCustomValidationCallback = (_, shown, _, _) => (seen = shown?.Thumbprint) is not null;
#pragma warning restore CA5359, MA0039
        using var client = new HttpClient(handler);

        Assert.Equal("hi", await client.GetStringAsync(server.Address));
        Assert.Equal(certificate.Thumbprint, seen);
    }

    [Fact]
    public async Task BlackHole_lets_nobody_connect()
    {
        using var hole = await BlackHole.OpenAsync();
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        Assert.True(hole.IsFull);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ConnectAsync(IPAddress.Loopback, hole.Address.Port, patience.Token).AsTask());
    }

    private static FaultReply Status(int status) => new(FaultStep.Send(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n")));

    private static async Task<string> ReadAsync(FaultServer server)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }
}
