using System.Buffers;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using JobWise.Llm.Benchmarks.Wire;

namespace JobWise.Llm.Benchmarks.Floor;

/// <summary>
/// The least that the framework lets anyone do for one endpoint: a pooled request, a pooled answer, <see cref="Utf8JsonReader"/> straight to the
/// one string that is wanted, the framework's SSE parser; no objects, no errors, no options.
/// </summary>
/// <param name="http">Over a canned server.</param>
/// <param name="wire">Where the protocol keeps what.</param>
internal sealed class FloorClient(HttpClient http, FloorWire wire)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly ArrayBufferWriter<byte> _request = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null);

    public async Task<string> CompleteAsync(string model, string prompt)
    {
        using var response = await SendAsync(model, prompt, stream: false);
        var (body, length) = await ReadAsync(response);
        var text = FloorReader.FindString(body.AsSpan(0, length), wire.AnswerName)!;
        ArrayPool<byte>.Shared.Return(body);
        return text;
    }

    public async Task<Ranking> CompleteTypedAsync(string model, string prompt)
    {
        using var response = await SendAsync(model, prompt, stream: false);
        var (body, length) = await ReadAsync(response);
        var ranking = FloorReader.ReadRanking(body.AsSpan(0, length), wire.AnswerName);
        ArrayPool<byte>.Shared.Return(body);
        return ranking;
    }

    public async IAsyncEnumerable<string> StreamAsync(string model, string prompt)
    {
        using var response = await SendAsync(model, prompt, stream: true);
        await using var body = await response.Content.ReadAsStreamAsync();
        var name = wire.DeltaName;
        var events = SseParser.Create(body, (_, data) => data.SequenceEqual("[DONE]"u8) ? null : FloorReader.FindString(data, name));
        await foreach (var item in events.EnumerateAsync())
        {
            if (item.Data is { } text)
            {
                yield return text;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string model, string prompt, bool stream)
    {
        Write(model, prompt, stream);
        var content = new ReadOnlyMemoryContent(_request.WrittenMemory);
        content.Headers.ContentType = Json;
        using var message = new HttpRequestMessage(HttpMethod.Post, wire.Endpoint) { Content = content };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sk-benchmark-not-a-key");
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return response;
    }

    private void Write(string model, string prompt, bool stream)
    {
        _request.ResetWrittenCount();
        _writer.Reset(_request);
        _writer.WriteStartObject();
        _writer.WriteString("model"u8, model);
        _writer.WriteNumber("max_tokens"u8, 2000);
        _writer.WriteBoolean("stream"u8, stream);
        _writer.WriteStartArray("messages"u8);
        _writer.WriteStartObject();
        _writer.WriteString("role"u8, "user"u8);
        _writer.WriteString("content"u8, prompt);
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
    }

    private static async Task<(byte[] Body, int Length)> ReadAsync(HttpResponseMessage response)
    {
        await using var stream = await response.Content.ReadAsStreamAsync();
        var body = ArrayPool<byte>.Shared.Rent(32 * 1024);
        var length = 0;
        int read;
        while ((read = await stream.ReadAsync(body.AsMemory(length))) > 0)
        {
            length += read;
        }

        return (body, length);
    }
}
