using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace JobWise.Llm.TestKit;

/// <summary>
/// A server on 127.0.0.1 and a free port that writes exactly the bytes it is told to, however wrong they are. It keeps every request and
/// knows which connections are open. Everything it does ends when it is disposed.
/// </summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly Func<int, FaultRequest, FaultReply> _answer;
    private readonly FaultServerOptions _options;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<FaultRequest> _requests = new();
    private readonly ConcurrentQueue<long> _acceptedAt = new();
    private readonly ConcurrentDictionary<int, Task> _open = new();
    private readonly Task _accepting;
    private int _numbered;
    private long _received;

    private FaultServer(Func<int, FaultRequest, FaultReply> answer, FaultServerOptions options)
    {
        _answer = answer;
        _options = options;
        _listener.Start(128);
        Address = new Uri($"{(options.Tls is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    /// <summary>The root of the server, with a slash at its end.</summary>
    public Uri Address { get; }

    /// <summary>All whole requests so far, in the order in which they came.</summary>
    public IReadOnlyList<FaultRequest> Requests => [.. _requests];

    /// <summary>When each connection was accepted, by the clock of <see cref="TimeProvider.System"/>.</summary>
    public IReadOnlyList<long> AcceptedAt => [.. _acceptedAt];

    /// <summary>How many connections were ever accepted.</summary>
    public int Accepted => _acceptedAt.Count;

    /// <summary>How many connections are open on this side: neither end has closed them.</summary>
    public int OpenConnections => _open.Count;

    /// <summary>All bytes that clients sent, whole requests or not.</summary>
    public long ReceivedBytes => Interlocked.Read(ref _received);

    /// <summary>Starts a server that answers the n-th request with the n-th reply, and all further ones with the last.</summary>
    public static FaultServer Start(IReadOnlyList<FaultReply> replies, FaultServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(replies);
        return new FaultServer((number, _) => replies[Math.Min(number, replies.Count - 1)], options ?? new FaultServerOptions());
    }

    /// <summary>Starts a server that chooses its reply by the request, whose number counts from 0.</summary>
    public static FaultServer Start(Func<int, FaultRequest, FaultReply> answer, FaultServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new FaultServer(answer, options ?? new FaultServerOptions());
    }

    /// <summary>Whether all connections end within this time.</summary>
    public async Task<bool> AreAllClosedAsync(TimeSpan within)
    {
        try
        {
            await Task.WhenAll(_open.Values).WaitAsync(within);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_open.Values);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                var number = _acceptedAt.Count;
                _acceptedAt.Enqueue(TimeProvider.System.GetTimestamp());
                var connection = new FaultConnection(socket, number, _options.Time, read => Interlocked.Add(ref _received, read));
                var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _open[number] = serving.Task;
                _ = ServeAsync(connection, serving);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Disposing ends the wait with one of these; a client that was gone before it was accepted is no reason to stop.
            }
        }
    }

    private async Task ServeAsync(FaultConnection connection, TaskCompletionSource serving)
    {
        try
        {
            using (connection)
            {
                await ServeAsync(connection, _stop.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException or AuthenticationException)
        {
            // A client that hung up, and the end of the server, are what most faults end with.
        }
        finally
        {
            _open.TryRemove(connection.Number, out _);
            serving.SetResult();
        }
    }

    private async Task ServeAsync(FaultConnection connection, CancellationToken cancellationToken)
    {
        await PlayAsync(connection, _options.OnConnect, cancellationToken);
        if (!connection.IsClosed && _options.Tls is { } tls)
        {
            await connection.SecureAsync(tls, cancellationToken);
        }

        while (!connection.IsClosed && await connection.ReadRequestAsync(cancellationToken) is { } request)
        {
            _requests.Enqueue(request);
            var reply = _answer(Interlocked.Increment(ref _numbered) - 1, request);
            await PlayAsync(connection, reply, cancellationToken);
        }
    }

    private static async Task PlayAsync(FaultConnection connection, FaultReply reply, CancellationToken cancellationToken)
    {
        foreach (var step in reply.Steps)
        {
            if (!connection.IsClosed)
            {
                await step.PlayAsync(connection, cancellationToken);
            }
        }
    }
}
