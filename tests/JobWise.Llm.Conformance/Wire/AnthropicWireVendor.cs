using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace JobWise.Llm.Conformance.Wire;

/// <summary>Stands where the network would be and answers as Anthropic's Messages API.</summary>
/// <param name="behaviour">How it behaves.</param>
internal sealed class AnthropicWireVendor(ProviderBehaviour behaviour) : HttpMessageHandler
{
    private readonly TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent;
    private int _open;

    /// <summary>Messages asked for.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Answers whose body nobody has closed.</summary>
    public int Open => Volatile.Read(ref _open);

    public Task Arrival => _arrival.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Assert.Equal("2023-06-01", Assert.Single(request.Headers.GetValues("anthropic-version")));
        Assert.Single(request.Headers.GetValues("x-api-key"));
        if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath == "/v1/models")
        {
            return Refusal() ?? Json(HttpStatusCode.OK, AnthropicWireJson.Models(behaviour.Models, request.RequestUri.Query));
        }

        Assert.Equal("POST /v1/messages", $"{request.Method} {request.RequestUri!.AbsolutePath}");
        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        Interlocked.Increment(ref _sent);
        _arrival.TrySetResult();
        return await AnswerAsync(body, cancellationToken);
    }

    private async Task<HttpResponseMessage> AnswerAsync(JsonNode request, CancellationToken cancellationToken)
    {
        if (behaviour.Failure == ProviderFailure.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        if (AnthropicWireJson.Complaint(request) is { } complaint)
        {
            return Json(HttpStatusCode.BadRequest, AnthropicWireJson.Error(complaint, "invalid_request_error"));
        }

        var model = (string)request["model"]!;
        var text = behaviour.EchoesPrompt ? AnthropicWireJson.LastText(request) : behaviour.Text;
        return (bool?)request["stream"] is true
            ? Body("text/event-stream", AnthropicWireJson.Events(model, text, behaviour), behaviour.Ending == StreamEnding.Hangs)
            : Json(HttpStatusCode.OK, AnthropicWireJson.Message(model, text, behaviour.FinishReason));
    }

    private HttpResponseMessage? Refusal()
    {
        switch (behaviour.Failure)
        {
            case ProviderFailure.RateLimited:
                var response = Json(HttpStatusCode.TooManyRequests, AnthropicWireJson.Error("Too many requests.", "rate_limit_error"));
                response.Headers.Add("retry-after", behaviour.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture));
                return response;
            case ProviderFailure.Unauthorized:
                return Json(HttpStatusCode.Unauthorized, AnthropicWireJson.Error("invalid x-api-key", "authentication_error"));
            case ProviderFailure.Unavailable:
                return Json(HttpStatusCode.ServiceUnavailable, AnthropicWireJson.Error("Down for repairs.", "api_error"));
            default:
                return null;
        }
    }

    private HttpResponseMessage Json(HttpStatusCode status, JsonNode content)
    {
        var response = Body("application/json", content.ToJsonString(), hangs: false);
        response.StatusCode = status;
        return response;
    }

    private HttpResponseMessage Body(string mediaType, string content, bool hangs)
    {
        Interlocked.Increment(ref _open);
        var body = new WireBody(Encoding.UTF8.GetBytes(content), hangs, () => Interlocked.Decrement(ref _open));
        var response = new HttpResponseMessage { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = new(mediaType);
        return response;
    }
}
