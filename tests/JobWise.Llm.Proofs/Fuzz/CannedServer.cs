using System.Net;
using System.Net.Http.Headers;

namespace JobWise.Llm.Proofs.Fuzz;

/// <summary>Answers every request with the bytes of the moment, whole or in pieces. One per worker; no network.</summary>
internal sealed class CannedServer : HttpMessageHandler
{
    public byte[] Body { get; set; } = [];

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string MediaType { get; set; } = "application/json";

    /// <summary>The most bytes that one read brings; 0 is all.</summary>
    public int Piece { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(new PiecewiseStream(Body, Piece == 0 ? int.MaxValue : Piece));
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        return Task.FromResult(new HttpResponseMessage(Status) { Content = content, RequestMessage = request });
    }
}
