using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace JobWise.Llm.TestKit;

/// <summary>One connection of a <see cref="FaultServer"/>.</summary>
internal sealed class FaultConnection : IDisposable
{
    private const int MostHeadBytes = 1024 * 1024;
    private readonly Socket _socket;
    private readonly Action<int> _received;
    private readonly List<byte> _pending = [];
    private readonly byte[] _buffer = new byte[32 * 1024];
    private Stream _stream;

    public FaultConnection(Socket socket, int number, TimeProvider time, Action<int> received)
    {
        _socket = socket;
        _received = received;
        _socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        Number = number;
        Time = time;
    }

    public int Number { get; }

    /// <summary>The clock of pauses.</summary>
    public TimeProvider Time { get; }

    public bool IsClosed { get; private set; }

    public async Task SecureAsync(FaultTls tls, CancellationToken cancellationToken)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = tls.Certificate, EnabledSslProtocols = tls.Protocols }, cancellationToken);
    }

    /// <summary>The next request; null when the client has hung up.</summary>
    public async Task<FaultRequest?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = EndOfHead()) < 0)
        {
            if (_pending.Count > MostHeadBytes || !await FillAsync(cancellationToken))
            {
                return null;
            }
        }

        var head = Encoding.Latin1.GetString([.. _pending.Take(end)]);
        var length = LengthOf(head);
        while (_pending.Count < end + 4 + length)
        {
            if (!await FillAsync(cancellationToken))
            {
                return null;
            }
        }

        var body = _pending.GetRange(end + 4, length).ToArray();
        _pending.RemoveRange(0, end + 4 + length);
        return new FaultRequest { Head = head, Body = body, ArrivedAt = TimeProvider.System.GetTimestamp(), Connection = Number };
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    public async Task WaitForHangUpAsync(CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken))
        {
            _pending.Clear();
        }

        Close();
    }

    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        IsClosed = true;
        _socket.Dispose();
    }

    public void Close()
    {
        IsClosed = true;
        _stream.Dispose();
    }

    public void Dispose()
    {
        IsClosed = true;
        _stream.Dispose();
        _socket.Dispose();
    }

    private static int LengthOf(string head)
    {
        const string Name = "\r\ncontent-length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 0;
        }

        var text = head.AsSpan(at + Name.Length);
        var end = text.IndexOf('\r');
        return int.Parse(end < 0 ? text : text[..end], CultureInfo.InvariantCulture);
    }

    private int EndOfHead() => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending).IndexOf("\r\n\r\n"u8);

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        var read = await _stream.ReadAsync(_buffer, cancellationToken);
        _received(read);
        _pending.AddRange(_buffer.AsSpan(0, read));
        return read > 0;
    }
}
