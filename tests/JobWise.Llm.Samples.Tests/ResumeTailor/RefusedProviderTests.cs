using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>What is wrong with provider, key or settings ends in one line that holds no key, an exit code and no output.</summary>
public sealed class RefusedProviderTests : IDisposable
{
    private const string Secret = "gsk-very-secret";
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public async Task Run_with_an_unknown_provider_lists_the_known() =>
        await Refuses(["--provider", "grok"], ExitCode.BadInput, "--provider 'grok' is not known. Use groq, openai, local or mock.");

    [Fact]
    public async Task Run_with_an_unknown_configured_provider_names_the_variable()
    {
        _tailor.Configuration["LLM_PROVIDER"] = "grok";

        await Refuses([], ExitCode.BadConfiguration, "LLM_PROVIDER is 'grok', which is not known. Set it to groq, openai, local or mock.");
    }

    [Theory]
    [InlineData("groq", "GROQ_API_KEY")]
    [InlineData("openai", "OPENAI_API_KEY")]
    public async Task Run_without_the_key_names_the_variable(string provider, string variable) => await Refuses(
        ["--provider", provider],
        ExitCode.BadConfiguration,
        $"There is no key for the provider '{provider}', which was chosen because --provider says so. "
        + $"Set the environment variable {variable}, or use --provider mock to run without a key.");

    [Fact]
    public async Task Run_with_a_line_break_in_the_key_names_its_source_only()
    {
        _tailor.Configuration["GROQ_API_KEY"] = $"{Secret}\r\nX-Evil: 1";

        var run = await Refuses(
            [],
            ExitCode.BadConfiguration,
            "The key from the configuration value GROQ_API_KEY holds a line break, a space or another character outside printable ASCII. "
            + "Copy the key again, without quotes.");

        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_with_a_refused_key_says_so_without_the_key()
    {
        await using var server = LoopbackServer.Start(_ => new LoopbackResponse
        {
            Status = 401,
            Body = """{"error":{"message":"Invalid API Key","type":"invalid_request_error","code":"invalid_api_key"}}""",
        });
        _tailor.Configuration["GROQ_API_KEY"] = Secret;

        var run = await Refuses(["--provider", "groq", "--base-url", $"{server.Address}v1"], ExitCode.BadConfiguration, expected: null);

        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal($"Bearer {Secret}", server.Requests[0].Authorization);
    }

    [Fact]
    public async Task Run_against_a_failing_server_ends_with_the_code_of_a_provider()
    {
        await using var server = LoopbackServer.Start(_ => new LoopbackResponse { Status = 400, Body = """{"error":{"message":"no such thing"}}""" });

        await Refuses(["--base-url", $"{server.Address}v1", "--model", "tiny"], ExitCode.ProviderFailed, expected: null);
    }

    [Fact]
    public async Task Run_with_an_address_that_is_none_says_how_one_looks() => await Refuses(
        ["--base-url", "localhost:11434", "--model", "tiny"],
        ExitCode.BadInput,
        "--base-url 'localhost:11434' is not an address. Write it in full, such as http://localhost:11434/v1.");

    [Fact]
    public async Task Run_with_an_address_but_no_model_asks_for_one() => await Refuses(
        ["--base-url", "http://localhost:11434/v1"],
        ExitCode.BadInput,
        "The provider 'local' has no model of its own choice. Name one that the server has with --model.");

    [Fact]
    public async Task Run_with_local_but_no_address_asks_for_one() => await Refuses(
        ["--provider", "local"],
        ExitCode.BadInput,
        "The provider 'local', which was chosen because --provider says so, has no address. "
        + "Give one with --base-url, such as http://localhost:11434/v1 for Ollama.");

    [Fact]
    public async Task Run_with_an_address_for_the_mock_says_that_it_means_nothing() => await Refuses(
        ["--provider", "mock", "--base-url", "http://localhost/v1"],
        ExitCode.BadInput,
        "--base-url 'http://localhost/v1' means nothing to the provider 'mock'. Leave out one of the two.");

    [Fact]
    public async Task Run_with_a_wrong_setting_names_key_and_value()
    {
        _tailor.Configuration["LLM_TIMEOUT_SECONDS"] = "soon";

        var run = await Refuses([], ExitCode.BadConfiguration, expected: null);

        Assert.StartsWith("error: LLM_TIMEOUT_SECONDS is 'soon'", run.ErrorLines[0], StringComparison.Ordinal);
    }

    private async Task<TailorOutcome> Refuses(IReadOnlyList<string> arguments, int exitCode, string? expected)
    {
        var run = await _tailor.RunAsync(arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Single(run.ErrorLines);
        Assert.False(Directory.Exists(_tailor.Out));
        if (expected is not null)
            Assert.Equal($"error: {expected}", run.ErrorLines[0].TrimEnd());
        return run;
    }
}
