using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>What a careful programmer writes by hand for one endpoint: HttpClient, source-generated JSON, the framework's SSE parser, nothing else.</summary>
internal sealed class FloorClient(HttpClient http)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly Uri Endpoint = new("https://api.openai.com/v1/chat/completions");

    public async Task<string> CompleteAsync(string model, string prompt)
    {
        using var response = await SendAsync(model, prompt, stream: false);
        await using var body = await response.Content.ReadAsStreamAsync();
        var answer = await JsonSerializer.DeserializeAsync(body, FloorJsonContext.Default.FloorResponse);
        return answer!.Choices[0].Message!.Content!;
    }

    public async IAsyncEnumerable<string> StreamAsync(string model, string prompt)
    {
        using var response = await SendAsync(model, prompt, stream: true);
        await using var body = await response.Content.ReadAsStreamAsync();
        var events = SseParser.Create(body, static (_, data) =>
            data.SequenceEqual("[DONE]"u8) ? null : JsonSerializer.Deserialize(data, FloorJsonContext.Default.FloorResponse));
        await foreach (var item in events.EnumerateAsync())
        {
            if (item.Data is { Choices: [{ Delta.Content: { } text }, ..] })
            {
                yield return text;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string model, string prompt, bool stream)
    {
        var request = new FloorRequest(model, [new FloorMessage("user", prompt)], stream);
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, FloorJsonContext.Default.FloorRequest));
        content.Headers.ContentType = Json;
        using var message = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = content };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sk-benchmark-not-a-key");
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return response;
    }
}
