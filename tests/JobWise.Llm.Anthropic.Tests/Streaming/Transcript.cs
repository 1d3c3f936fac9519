using System.Net.Http.Headers;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.Anthropic.Tests.Streaming;

/// <summary>Runs a stream over given bytes.</summary>
internal static class Transcript
{
    public const string Start =
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"model\":\"m-1\",\"content\":[],\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}\n\n";

    public const string Hello =
        "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"
        + "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello\"}}\n\n";

    public const string StopReason =
        "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":3}}\n\n";

    public const string Stop = StopReason + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    public static string Event(string data) => $"data: {data}\n\n";

    public static async Task<(List<LLMStreamUpdate> Updates, LLMServiceException? Error)> Read(
        Stream body, AnthropicOptions? options = null, params (string Name, string Value)[] headers)
    {
        using var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(body) };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
            foreach (var (name, value) in headers)
            {
                response.Headers.Add(name, value);
            }

            return response;
        });
        List<LLMStreamUpdate> updates = [];
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var update in Some.Service(server, options).GenerateStreamAsync(Some.Request))
            {
                updates.Add(update);
            }
        });
        return (updates, error is null ? null : Assert.IsAssignableFrom<LLMServiceException>(error));
    }

    public static async Task<(string Text, LLMServiceException? Error)> ReadText(string body, AnthropicOptions? options = null)
    {
        var (updates, error) = await Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body)), options);
        return (string.Concat(updates.Select(update => update.Text)), error);
    }
}
