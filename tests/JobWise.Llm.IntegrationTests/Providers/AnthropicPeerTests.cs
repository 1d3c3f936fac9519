using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests.Providers;

/// <summary>The journal holds Anthropic's requests in the form of OpenAI's, with a part of their fields; so do the bodies here.</summary>
/// <param name="server">Shared by all tests.</param>
public sealed class AnthropicPeerTests(PeerServer server) : PeerConformance(server)
{
    protected override string ProviderName => "anthropic";

    protected override string Model => "claude-sonnet-5-5";

    protected override string BasePath => "/v1";

    protected override string ChatPath => "/messages";

    protected override string KeyHeader => "x-api-key";

    protected override string[] OwnHeaders => ["anthropic-version"];

    // The server names its limits as OpenAI does.
    protected override LLMRateLimitSnapshot? Limits => null;

    protected override string BodyWithOptions =>
        """
        {"model":"claude-sonnet-5-5","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Name the largest lake of Norway."}],
         "max_tokens":50}
        """;

    // Anthropic demands a cap, so the package sends one where nobody set any.
    protected override string BodyOfStream =>
        """
        {"model":"claude-sonnet-5-5","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"max_tokens":16384,"stream":true}
        """;

    protected override string BodyWithDefaults =>
        """{"model":"claude-sonnet-5-5","messages":[{"role":"user","content":"Name the largest lake of Norway."}],"max_tokens":2000}""";

    protected override string BodyOfToolResult =>
        """
        {"model":"claude-sonnet-5-5","messages":[
          {"role":"user","content":"Is it cold in Oslo?"},
          {"role":"assistant","content":null,"tool_calls":[
            {"id":"call_oslo_1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Oslo\"}"}}]},
          {"role":"tool","tool_call_id":"call_oslo_1","content":"{\"degrees\":-3}"}],
         "max_tokens":16384,
         "tools":[{"type":"function","function":{"name":"get_weather","description":"The temperature in a city.",
           "parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}]}
        """;

    protected override string BodyOfTypedJson =>
        """{"model":"claude-sonnet-5-5","messages":[{"role":"user","content":"Report the weather in Oslo."}],"max_tokens":16384}""";

    protected override void Add(ILLMBuilder builder, string name, PeerSettings settings) => builder.AddAnthropic(name, settings.ApplyTo);
}
