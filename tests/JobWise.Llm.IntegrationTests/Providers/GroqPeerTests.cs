using System.Text.Json;
using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests.Providers;

public sealed class GroqPeerTests(PeerServer server) : OpenAIBatchPeerTests(server)
{
    protected override string ProviderName => "groq";

    protected override string Model => "openai/gpt-oss-120b";

    protected override string BasePath => "/openai/v1";

    protected override (TimeSpan? Requests, TimeSpan? Tokens) Windows => (TimeSpan.FromDays(1), TimeSpan.FromMinutes(1));

    protected override string BodyWithOptions =>
        """
        {"model":"openai/gpt-oss-120b","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Name the largest lake of Norway."}],
         "temperature":0.2,"top_p":0.9,"max_completion_tokens":50,"seed":7,"stop":["\n\n"]}
        """;

    protected override string BodyOfStream =>
        """{"model":"openai/gpt-oss-120b","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"stream":true}""";

    protected override string BodyWithDefaults =>
        """
        {"model":"openai/gpt-oss-120b","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"temperature":0.3,"max_completion_tokens":2000}
        """;

    protected override void Add(ILLMBuilder builder, string name, PeerSettings settings) => builder.AddGroq(name, settings.ApplyTo);

    // Groq counts in every stream; the peer server only where it is asked to, as OpenAI does.
    protected override LLMRequest AskForStreamedUsage(LLMRequest request) => request with
    {
        ExtraFields = new Dictionary<string, JsonElement> { ["stream_options"] = JsonElement.Parse("""{"include_usage":true}""") },
    };
}
