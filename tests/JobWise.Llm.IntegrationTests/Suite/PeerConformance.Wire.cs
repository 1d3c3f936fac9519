using JobWise.Llm.IntegrationTests.Peer;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.IntegrationTests;

/// <summary>What arrived, as the server tells it, against what was meant.</summary>
public abstract partial class PeerConformance
{
    /// <summary>The body of a request with every common option.</summary>
    protected abstract string BodyWithOptions { get; }

    /// <summary>The body of a bare question, streamed.</summary>
    protected abstract string BodyOfStream { get; }

    /// <summary>The body of a bare question through the pipeline.</summary>
    protected abstract string BodyWithDefaults { get; }

    /// <summary>The body that takes a tool's result back.</summary>
    protected abstract string BodyOfToolResult { get; }

    /// <summary>The body of a typed question.</summary>
    protected abstract string BodyOfTypedJson { get; }

    /// <summary>The header that carries the key, in lower case.</summary>
    protected virtual string KeyHeader => "authorization";

    /// <summary>Names of the headers that the vendor's own package adds.</summary>
    protected virtual string[] OwnHeaders => [];

    [PeerFact]
    public async Task Body_with_options_arrives_as_meant()
    {
        await Create(CallPath.Provider).GenerateAsync(Ask(LakeQuestion) with
        {
            SystemMessage = "Be brief.",
            Temperature = 0.2,
            TopP = 0.9,
            MaxTokens = 50,
            Seed = 7,
            StopSequences = ["\n\n"],
            UserId = "user-1",
        });

        JsonAssert.Equal(BodyWithOptions, (await SentAsync()).Body);
    }

    [PeerFact]
    public async Task Body_of_a_stream_arrives_as_meant()
    {
        await Create(CallPath.Provider).GenerateStreamAsync(Ask(LakeQuestion)).ToResponseAsync();

        JsonAssert.Equal(BodyOfStream, (await SentAsync()).Body);
    }

    [PeerFact]
    public async Task Body_through_the_pipeline_has_its_defaults()
    {
        await Create(CallPath.Pipeline).GenerateAsync(Ask(LakeQuestion));

        JsonAssert.Equal(BodyWithDefaults, (await SentAsync()).Body);
    }

    [PeerFact]
    public async Task Body_with_a_tool_result_arrives_as_meant()
    {
        var call = new LLMToolCallPart { Id = "call_oslo_1", Name = "get_weather", Arguments = """{"city":"Oslo"}""" };

        await Create(CallPath.Provider).GenerateAsync(WithResult(LLMMessage.Of(LLMRole.Assistant, call)));

        JsonAssert.Equal(BodyOfToolResult, (await SentAsync()).Body);
    }

    [PeerFact]
    public async Task Body_of_a_typed_question_arrives_as_meant()
    {
        await Create(CallPath.Provider).GenerateJsonAsync(Ask("Report the weather in Oslo."), WeatherContext.Default.Weather);

        JsonAssert.Equal(BodyOfTypedJson, (await SentAsync()).Body);
    }

    [PeerTheory]
    [InlineData(CallPath.Provider)]
    [InlineData(CallPath.Pipeline)]
    public async Task Request_goes_to_the_path_of_the_vendor_with_our_headers_and_no_others(CallPath path)
    {
        await Create(path).GenerateAsync(Ask(LakeQuestion));

        var sent = await SentAsync();
        Assert.Equal(("POST", BasePath + ChatPath), (sent.Method, sent.Path));
        Assert.Equal(
            [.. OwnHeaders.Concat([KeyHeader, "content-length", "content-type", "host", "user-agent", "x-request-id", "x-test-id"]).Order(StringComparer.Ordinal)],
            sent.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Matches(@"^JobWise\.Llm/\d+\.\d+\.\d+\S*$", sent.Headers["user-agent"]);
        Assert.Equal("application/json", sent.Headers["content-type"]);
        Assert.Equal("[REDACTED]", sent.Headers[KeyHeader]);
    }

    private async Task<PeerRequest> SentAsync() => Assert.Single(await Scope.ReadJournalAsync());
}
