using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobWise.Llm.TestKit;

/// <summary>A real HTTP server on 127.0.0.1 and a free port, for tests of whole programs. Every request is kept.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly Func<LoopbackRequest, LoopbackResponse> _answer;
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly HttpListener _listener;
    private readonly Task _serving;

    private LoopbackServer(HttpListener listener, Uri address, Func<LoopbackRequest, LoopbackResponse> answer)
    {
        (_listener, Address, _answer) = (listener, address, answer);
        _serving = ServeAsync();
    }

    /// <summary>The root of the server, with a slash at its end.</summary>
    public Uri Address { get; }

    /// <summary>All requests so far, in the order in which they came.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. _requests];

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Called once per request.</param>
    public static LoopbackServer Start(Func<LoopbackRequest, LoopbackResponse> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        for (var attempt = 1; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FindFreePort()}/");
            var listener = new HttpListener { Prefixes = { address.AbsoluteUri } };
            try
            {
                listener.Start();
                return new LoopbackServer(listener, address, answer);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                // Another process was quicker to take the port that was free a moment ago.
                listener.Close();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static int FindFreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // Closing the listener ends its wait with one of these; a client that hung up is none of a server's business.
                if (!_listener.IsListening)
                    return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var request = new LoopbackRequest
        {
            Method = context.Request.HttpMethod,
            Path = context.Request.Url!.AbsolutePath,
            Authorization = context.Request.Headers["Authorization"],
            Body = await reader.ReadToEndAsync(),
        };
        _requests.Enqueue(request);
        var response = Answer(request);
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(response.Body));
        context.Response.Close();
    }

    private LoopbackResponse Answer(LoopbackRequest request)
    {
        try
        {
            return _answer(request);
        }
        catch (Exception failed)
        {
            // What fails in a test's own answer must reach the client, or the client waits for ever.
            return new LoopbackResponse { Status = 500, Body = failed.ToString(), ContentType = "text/plain" };
        }
    }
}
