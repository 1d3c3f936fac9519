using System.Net;
using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>A request body that is sent from its pooled buffer, without a copy.</summary>
internal sealed class JsonBody : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly PooledBufferWriter _buffer;

    public JsonBody(PooledBufferWriter buffer)
    {
        _buffer = buffer;
        Headers.ContentType = Json;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _buffer.WrittenMemory.Length;
        return true;
    }
}
