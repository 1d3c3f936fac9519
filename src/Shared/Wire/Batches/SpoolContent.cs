using System.Net;
using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>Sends a spooled batch straight to the connection.</summary>
internal sealed class SpoolContent : HttpContent
{
    private readonly BatchSpool _spool;

    public SpoolContent(BatchSpool spool, string mediaType)
    {
        _spool = spool;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _spool.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _spool.Length;
        return true;
    }
}
