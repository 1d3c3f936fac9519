using System.Net;
using System.Net.Http.Headers;

namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>A server without a network that takes its time before it answers.</summary>
internal sealed class SlowHandler(byte[] body, TimeSpan latency) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        await Task.Delay(latency, cancellationToken);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
