using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobWise.Llm.Benchmarks.Pipeline;

/// <summary>A server that answers each request 200 ms after it came, in a process of its own, so that its work is not taken for the client's.</summary>
internal static class SlowServer
{
    public const string Argument = "--slow-server";

    public static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    private static readonly byte[] Answer =
    [
        .. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {LayerPeers.Answer.Length}\r\n\r\n"),
        .. LayerPeers.Answer,
    ];

    /// <summary>Starts the process; the port is its first line, and it ends when its input is closed.</summary>
    public static async Task<(Process Process, int Port)> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SlowServer).Assembly.Location, Argument])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return (process, int.Parse((await process.StandardOutput.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture));
    }

    public static async Task<int> ServeAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(backlog: 20_000);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        using var ended = new CancellationTokenSource();
        var accepting = AcceptAsync(listener, ended.Token);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await ended.CancelAsync();
        await accepting;
        return 0;
    }

    private static async Task AcceptAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(cancellationToken), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The client is done.
        }
    }

    private static async Task AnswerAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            var buffer = new byte[8192];
            try
            {
                while (await ReadRequestAsync(stream, buffer, cancellationToken))
                {
                    await Task.Delay(Latency, cancellationToken);
                    await stream.WriteAsync(Answer, cancellationToken);
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The client has gone.
            }
        }
    }

    /// <summary>Reads one request, which must fit the buffer; false at the end of the connection.</summary>
    private static async Task<bool> ReadRequestAsync(NetworkStream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        for (var length = 0; length < buffer.Length;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0 || IsWhole(buffer.AsSpan(0, length)))
            {
                return read > 0;
            }
        }

        throw new InvalidOperationException($"A request is longer than {buffer.Length} bytes.");
    }

    private static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        var name = bytes.IndexOf("Content-Length: "u8);
        return head >= 0 && name >= 0 && Utf8Parser.TryParse(bytes[(name + 16)..], out int body, out _) && bytes.Length >= head + 4 + body;
    }
}
