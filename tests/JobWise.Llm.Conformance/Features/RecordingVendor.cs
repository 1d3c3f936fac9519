using System.Text.Json.Nodes;

namespace JobWise.Llm.Conformance.Features;

/// <summary>Keeps what it was sent, and answers.</summary>
internal sealed class RecordingVendor(VendorAnswer answer) : HttpMessageHandler
{
    public JsonNode? Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        return answer.ToResponse((bool?)Sent!["stream"] is true);
    }
}
