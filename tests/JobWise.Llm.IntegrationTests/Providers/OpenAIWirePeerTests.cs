using JobWise.Llm.IntegrationTests.Peer;

namespace JobWise.Llm.IntegrationTests.Providers;

/// <summary>What all providers of the OpenAI protocol send alike.</summary>
/// <param name="server">Shared by all tests.</param>
public abstract class OpenAIWirePeerTests(PeerServer server) : PeerConformance(server)
{
    protected override string ChatPath => "/chat/completions";

    /// <summary>Over which times the vendor counts requests and tokens.</summary>
    protected abstract (TimeSpan? Requests, TimeSpan? Tokens) Windows { get; }

    protected override LLMRateLimitSnapshot? Limits => new()
    {
        RequestLimit = 60,
        RequestsRemaining = 0,
        RequestsResetAfter = TimeSpan.FromSeconds(1),
        RequestWindow = Windows.Requests,
        TokenLimit = 150_000,
        TokensRemaining = 0,
        TokensResetAfter = TimeSpan.FromMinutes(6),
        TokenWindow = Windows.Tokens,
    };

    protected override string BodyOfToolResult =>
        $$$$$"""
        {"model":"{{{{{Model}}}}}","messages":[
          {"role":"user","content":"Is it cold in Oslo?"},
          {"role":"assistant","content":null,"tool_calls":[
            {"id":"call_oslo_1","type":"function","function":{"name":"get_weather","arguments":"{\"city\":\"Oslo\"}"}}]},
          {"role":"tool","tool_call_id":"call_oslo_1","content":"{\"degrees\":-3}"}],
         "tools":[{"type":"function","function":{"name":"get_weather","description":"The temperature in a city.",
           "parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}]}
        """;

    protected override string BodyOfTypedJson =>
        $$$$$"""
        {"model":"{{{{{Model}}}}}","messages":[{"role":"user","content":"Report the weather in Oslo."}],
         "response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{"type":"object",
           "properties":{"city":{"type":"string"},"degrees":{"type":"integer"}},"required":["city","degrees"],"additionalProperties":false}}}}
        """;
}
