using System.Net;
using System.Net.Http.Headers;

namespace JobWise.Llm.Conformance.Features;

/// <summary>What a vendor answers, whole and streamed, with its headers.</summary>
internal sealed record VendorAnswer
{
    public required string Whole { get; init; }

    public required string Streamed { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public HttpResponseMessage ToResponse(bool stream)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(stream ? Streamed : Whole) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(stream ? "text/event-stream" : "application/json");
        foreach (var (name, value) in Headers)
        {
            response.Headers.Add(name, value);
        }

        return response;
    }
}
