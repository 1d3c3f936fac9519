using System.ClientModel;
using System.ClientModel.Primitives;
using JobWise.Llm.Benchmarks.Floor;
using OpenAI.Chat;

namespace JobWise.Llm.Benchmarks.Wire;

/// <summary>The clients of every benchmark, each over its own canned server with the same bytes.</summary>
internal static class Clients
{
    private const string Key = "sk-benchmark-not-a-key";

    public static FloorClient Floor(byte[] body, string mediaType) => new(Http(body, mediaType), FloorWire.OpenAI);

    public static ILLMService JobWise(byte[] body, string mediaType) =>
        new OpenAILLMService(Http(body, mediaType), new OpenAIOptions { ApiKey = Key, DefaultModel = Payloads.Model });

    public static ILLMService JobWise(HttpClient http, Uri address) =>
        new OpenAILLMService(http, new OpenAIOptions { ApiKey = Key, BaseUrl = address, DefaultModel = Payloads.Model });

    public static ChatClient OpenAI(byte[] body, string mediaType) => new(
        Payloads.Model,
        new ApiKeyCredential(Key),
        new global::OpenAI.OpenAIClientOptions { Transport = new HttpClientPipelineTransport(Http(body, mediaType)) });

    public static FloorClient AnthropicFloor(byte[] body, string mediaType) => new(Http(body, mediaType), FloorWire.Anthropic);

    public static ILLMService JobWiseAnthropic(byte[] body, string mediaType) =>
        new AnthropicLLMService(Http(body, mediaType), new AnthropicOptions { ApiKey = Key, DefaultModel = AnthropicPayloads.Model });

    public static global::Anthropic.AnthropicClient Anthropic(byte[] body, string mediaType) =>
        new(new global::Anthropic.Core.ClientOptions { ApiKey = Key, HttpClient = Http(body, mediaType) });

    private static HttpClient Http(byte[] body, string mediaType) => new(new CannedHandler(body, mediaType));
}
