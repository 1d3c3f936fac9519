using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests.Providers;

public sealed class OpenAICompatiblePeerTests(PeerServer server) : OpenAIWirePeerTests(server)
{
    protected override string ProviderName => "openai_compatible";

    protected override string Model => "house-model";

    protected override string BasePath => "/v1";

    protected override (TimeSpan? Requests, TimeSpan? Tokens) Windows => (null, null);

    protected override string BodyWithOptions =>
        """
        {"model":"house-model","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Name the largest lake of Norway."}],
         "temperature":0.2,"top_p":0.9,"max_tokens":50,"seed":7,"stop":["\n\n"]}
        """;

    protected override string BodyOfStream =>
        """{"model":"house-model","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"stream":true,"stream_options":{"include_usage":true}}""";

    protected override string BodyWithDefaults =>
        """
        {"model":"house-model","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"temperature":0.3,"max_tokens":2000}
        """;

    protected override void Add(ILLMBuilder builder, string name, PeerSettings settings) => builder.AddOpenAICompatible(name, settings.ApplyTo);
}
