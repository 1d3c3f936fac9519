using System.Net;
using System.Net.Sockets;

namespace JobWise.Llm.TestKit;

/// <summary>An address on loopback that never accepts: its backlog is full, so that connecting hangs as with a dropped route.</summary>
public sealed class BlackHole : IDisposable
{
    private const int MostFillers = 16;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _fillers = [];

    private BlackHole()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/");
    }

    /// <summary>With a slash at its end.</summary>
    public Uri Address { get; }

    /// <summary>Whether a connection is really refused an answer; false where the system does not drop what does not fit a backlog.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Opens connections that nobody accepts until one of them hangs.</summary>
    public static async Task<BlackHole> OpenAsync(CancellationToken cancellationToken = default)
    {
        var hole = new BlackHole();
        while (!hole.IsFull && hole._fillers.Count < MostFillers)
        {
            hole.IsFull = !await hole.FillAsync(cancellationToken);
        }

        return hole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _fillers.ForEach(filler => filler.Dispose());
        _listener.Dispose();
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        var filler = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _fillers.Add(filler);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMilliseconds(200));
        try
        {
            await filler.ConnectAsync(_listener.LocalEndPoint!, patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
