using System.Net;
using System.Net.Http.Headers;

namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>A server without a network: reads the request's bytes and answers with the same ones each time.</summary>
internal sealed class CannedHandler(byte[] body, string mediaType) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        var content = new StreamContent(new MemoryStream(body, writable: false));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
