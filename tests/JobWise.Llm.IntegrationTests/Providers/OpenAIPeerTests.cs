using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests.Providers;

public sealed class OpenAIPeerTests(PeerServer server) : OpenAIBatchPeerTests(server)
{
    protected override string ProviderName => "openai";

    protected override string Model => "gpt-6.1-terra";

    protected override string BasePath => "/v1";

    protected override (TimeSpan? Requests, TimeSpan? Tokens) Windows => (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    // A reasoning model takes no temperature and no top-p.
    protected override string BodyWithOptions =>
        """
        {"model":"gpt-6.1-terra","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Name the largest lake of Norway."}],
         "max_completion_tokens":50,"seed":7,"stop":["\n\n"]}
        """;

    protected override string BodyOfStream =>
        """{"model":"gpt-6.1-terra","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"stream":true,"stream_options":{"include_usage":true}}""";

    protected override string BodyWithDefaults =>
        """
        {"model":"gpt-6.1-terra","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"max_completion_tokens":2000}
        """;

    protected override void Add(ILLMBuilder builder, string name, PeerSettings settings) => builder.AddOpenAI(name, settings.ApplyTo);
}
