using System.Net;
using System.Net.Http.Headers;

namespace JobWise.Llm.Wire;

/// <summary>
/// A request body that is sent from a pooled buffer, without a copy. The buffer goes back as soon as it is on the wire, not when the answer comes:
/// thousands of calls that wait for theirs would empty the pool. A body that must be sent again, as on a connection that turns out to be closed, is
/// written again.
/// </summary>
/// <typeparam name="TPlan">What of a request is sent; must not change.</typeparam>
internal sealed class JsonBody<TPlan> : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly RequestBody<TPlan> _writer;
    private readonly TPlan _plan;
    private readonly int _length;
    private PooledBufferWriter? _buffer;

    /// <exception cref="LLMInvalidRequestException">A value cannot be written as JSON.</exception>
    public JsonBody(RequestBody<TPlan> writer, TPlan plan)
    {
        (_writer, _plan, _buffer) = (writer, plan, writer.Write(plan));
        _length = _buffer.WrittenMemory.Length;
        Headers.ContentType = Json;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var buffer = Interlocked.Exchange(ref _buffer, null) ?? _writer.Write(_plan);
        await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Interlocked.Exchange(ref _buffer, null)?.Dispose();
        }

        base.Dispose(disposing);
    }
}
