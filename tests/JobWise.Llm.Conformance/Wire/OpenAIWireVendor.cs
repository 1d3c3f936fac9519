using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace JobWise.Llm.Conformance.Wire;

/// <summary>Stands where the network would be and answers as a server of the OpenAI protocol.</summary>
/// <param name="behaviour">How it behaves.</param>
internal sealed class OpenAIWireVendor(ProviderBehaviour behaviour) : HttpMessageHandler
{
    private readonly TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent;
    private int _open;

    /// <summary>Completions asked for.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Answers whose body nobody has closed.</summary>
    public int Open => Volatile.Read(ref _open);

    public Task Arrival => _arrival.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/models", StringComparison.Ordinal))
        {
            return Refusal() ?? Json(HttpStatusCode.OK, OpenAIWireJson.Models(behaviour.Models));
        }

        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.EndsWith("/chat/completions", request.RequestUri!.AbsolutePath, StringComparison.Ordinal);
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

        var model = (string)request["model"]!;
        var text = behaviour.EchoesPrompt ? LastText(request) : behaviour.Text;
        return (bool?)request["stream"] is true
            ? Body("text/event-stream", OpenAIWireJson.Events(model, text, behaviour), behaviour.Ending == StreamEnding.Hangs)
            : Json(HttpStatusCode.OK, OpenAIWireJson.Completion(model, text, behaviour.FinishReason));
    }

    private HttpResponseMessage? Refusal()
    {
        switch (behaviour.Failure)
        {
            case ProviderFailure.RateLimited:
                var response = Json(HttpStatusCode.TooManyRequests, OpenAIWireJson.Error("Too many requests.", "rate_limit_exceeded"));
                response.Headers.Add("Retry-After", behaviour.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture));
                return response;
            case ProviderFailure.Unauthorized:
                return Json(HttpStatusCode.Unauthorized, OpenAIWireJson.Error("The key is wrong.", "invalid_api_key"));
            case ProviderFailure.Unavailable:
                return Json(HttpStatusCode.ServiceUnavailable, OpenAIWireJson.Error("Down for repairs.", "unavailable"));
            default:
                return null;
        }
    }

    /// <summary>The text of the last message, which goes as a string or as parts.</summary>
    private static string LastText(JsonNode request) => request["messages"]!.AsArray()[^1]!["content"]! switch
    {
        JsonArray parts => string.Concat(parts.Select(part => (string?)part!["text"])),
        var content => (string)content!,
    };

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
