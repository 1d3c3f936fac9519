using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>What a provider does wrong is told in the words of the command line: options and variables, no types and properties.</summary>
public sealed class FailedCallTests : IDisposable
{
    private static readonly Uri Local = new("http://user:secret@localhost:11434/v1?key=secret");
    private readonly TailorHarness _tailor = new();

    public static TheoryData<Exception, string> Failures => new()
    {
        {
            new LLMValidationException("The answer breaks 1 rule(s) of AnalysisAnswer.", ["x"], Of("m1")),
            "The model 'm1' did not answer with usable JSON, even after being asked again. Try a larger model with --model."
        },
        {
            new LLMInvalidResponseException("The answer is no JSON.", Of("m1"), new LLMTimeoutException(LLMTimeoutPhase.Total, "late")),
            "The model 'm1' did not answer with usable JSON. Try a larger model with --model."
        },
        {
            new LLMTruncatedResponseException("cut", Of("m1")),
            "The answer of the model 'm1' was cut off before its JSON was complete. Try another model with --model, or a shorter profile."
        },
        {
            new LLMInvalidResponseException("no JSON", Of("m1"), new InvalidDataException()),
            "The server at http://localhost:11434/v1 did not answer in OpenAI's protocol. Check --base-url: it usually ends with /v1."
        },
        {
            new LLMModelNotFoundException("gone", Of("m1")) { IsRetired = true, Replacement = "m2" },
            "The server at http://localhost:11434/v1 has retired the model 'm1'. Its replacement is 'm2'. Choose another with --model."
        },
        {
            new LLMConnectionException("Check BaseUrl.", new LLMErrorDetails { ShouldRetry = false }),
            "The server at http://localhost:11434/v1 has a certificate or a TLS version that this machine does not trust. Check the address and the certificates."
        },
        {
            new LLMTimeoutException(LLMTimeoutPhase.Connect, "Check BaseUrl, or raise ConnectTimeout."),
            "The server at http://localhost:11434/v1 did not take the connection in time. Check that the server runs, and the address."
        },
    };

    public void Dispose() => _tailor.Dispose();

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Explain_names_model_server_and_option(Exception error, string expected)
    {
        var explained = new FailedCall("local", Local).Explain(error);

        Assert.Equal((expected, ExitCode.ProviderFailed), (explained!.Message, explained.ExitCode));
    }

    [Fact]
    public void Explain_refused_key_of_a_vendor_names_both_places_of_a_key()
    {
        var error = new LLMAuthenticationException("Check the option ApiKey.", new LLMErrorDetails { StatusCode = 401 });

        var explained = new FailedCall("groq", address: null).Explain(error);

        Assert.Equal(
            ("The provider 'groq' did not accept the key (HTTP 401). Check GROQ_API_KEY or JobWise__Llm__Providers__groq__ApiKey.", ExitCode.BadConfiguration),
            (explained!.Message, explained.ExitCode));
    }

    [Fact]
    public void Explain_key_that_was_never_sent_leaves_the_librarys_words() =>
        Assert.Null(new FailedCall("groq", address: null).Explain(new LLMAuthenticationException("The key from GROQ_API_KEY holds a line break.")));

    [Fact]
    public async Task Run_with_a_model_that_writes_no_JSON_says_so()
    {
        const string answer = """{"id":"1","object":"chat.completion","created":1,"model":"m1","choices":[{"index":0,"message":{"role":"assistant","content":"Sure!"},"finish_reason":"stop"}]}""";

        await Fails(
            new LoopbackResponse { Body = answer },
            ExitCode.ProviderFailed,
            _ => "The model 'm1' did not answer with usable JSON, even after being asked again. Try a larger model with --model.");
    }

    [Fact]
    public async Task Run_with_a_model_that_the_server_lacks_says_so() => await Fails(
        new LoopbackResponse { Status = 404, Body = """{"error":{"message":"model 'm1' not found","code":"model_not_found"}}""" },
        ExitCode.ProviderFailed,
        address => $"The server at {address} does not have the model 'm1'. Choose another with --model.");

    [Fact]
    public async Task Run_without_the_key_that_a_server_wants_names_the_variable() => await Fails(
        new LoopbackResponse { Status = 401, Body = """{"error":{"message":"no key"}}""" },
        ExitCode.BadConfiguration,
        address => $"The server at {address} asks for a key, or does not accept the one it got (HTTP 401). Set JobWise__Llm__Providers__local__ApiKey.");

    [Fact]
    public void Explain_connection_failure_asks_whether_the_server_runs()
    {
        var explained = new FailedCall("local", Local).Explain(new LLMConnectionException("Check BaseUrl and the network."));

        Assert.Equal(
            "The server at http://localhost:11434/v1 could not be reached or closed the connection. Check that the server runs, and the address.",
            explained!.Message);
    }

    private static LLMErrorDetails Of(string model) => new() { Model = model };

    private async Task Fails(LoopbackResponse answer, int exitCode, Func<string, string> expected)
    {
        await using var server = LoopbackServer.Start(_ => answer);
        var address = $"{server.Address}v1";

        var run = await _tailor.RunAsync("--base-url", address, "--model", "m1");

        Assert.Equal((exitCode, $"error: {expected(address)}"), (run.ExitCode, run.Error.TrimEnd()));
        Assert.False(Directory.Exists(_tailor.Out));
    }
}
