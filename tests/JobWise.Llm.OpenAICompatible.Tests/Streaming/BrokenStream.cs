using System.Text;

namespace JobWise.Llm.OpenAICompatible.Tests.Streaming;

/// <summary>Gives its text, then fails as a reset connection does; tells whether it was closed.</summary>
internal sealed class BrokenStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public bool IsClosed { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read == 0 ? throw new IOException("Connection reset by peer") : read;
    }

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }
}
