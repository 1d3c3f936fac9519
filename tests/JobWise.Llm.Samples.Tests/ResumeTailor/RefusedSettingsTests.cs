using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>A wrong address that was typed is a wrong option; a wrong setting is named as the shell sets it.</summary>
public sealed class RefusedSettingsTests : IDisposable
{
    private const string AllowInsecureHttp = "JobWise:Llm:Providers:local:AllowInsecureHttp";
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Theory]
    [InlineData("http://192.0.2.1/v1", "--base-url must be https, or http to this machine, unless JobWise__Llm__Providers__local__AllowInsecureHttp=true.")]
    [InlineData("https://me:secret@example.com/v1", "--base-url holds a user name or a password. Take it out; a key goes into JobWise__Llm__Providers__local__ApiKey.")]
    [InlineData("me:secret@example.com/v1", "--base-url is not an address. Write it in full, such as http://localhost:11434/v1.")]
    [InlineData("ftp://example.com", "--base-url 'ftp://example.com' is not an address. Write it in full, such as http://localhost:11434/v1.")]
    [InlineData("https://169.254.169.254/v1", "--base-url 'https://169.254.169.254/v1' is a cloud metadata address. Set the address of the model server.")]
    public async Task Run_with_a_bad_address_is_wrong_use(string address, string expected) =>
        await Refuses(["--base-url", address, "--model", "m1"], ExitCode.BadInput, expected);

    [Fact]
    public async Task Run_with_a_setting_of_the_wrong_kind_names_variable_and_value()
    {
        _tailor.Configuration[AllowInsecureHttp] = "maybe";

        await Refuses(
            ["--base-url", "http://192.0.2.1/v1", "--model", "m1"],
            ExitCode.BadConfiguration,
            "JobWise:Llm:Providers:local:AllowInsecureHttp is 'maybe', but must be true or false.");
    }

    [Fact]
    public async Task Run_with_an_insecure_configured_address_names_the_variable_that_allows_it()
    {
        _tailor.Configuration["JobWise:Llm:Providers:local:BaseUrl"] = "http://192.0.2.1/v1";

        await Refuses(
            ["--provider", "local", "--model", "m1"],
            ExitCode.BadConfiguration,
            "JobWise:Llm:Providers:local:BaseUrl 'http://192.0.2.1/v1' would send the key and the prompts unencrypted. "
            + "Use https, or set JobWise__Llm__Providers__local__AllowInsecureHttp=true.");
    }

    [Fact]
    public void Explain_error_of_the_binder_names_variable_and_value()
    {
        var error = new InvalidOperationException($"Failed to convert configuration value 'x' at '{AllowInsecureHttp}' to type 'System.Boolean'.");

        var explained = RefusedSettings.Explain(error, "local", address: null);

        Assert.Equal(
            ("JobWise__Llm__Providers__local__AllowInsecureHttp is 'x', which is not true or false.", ExitCode.BadConfiguration),
            (explained!.Message, explained.ExitCode));
    }

    [Fact]
    public void Explain_another_error_is_left_alone() =>
        Assert.Null(RefusedSettings.Explain(new InvalidOperationException("No service for type 'X'."), "local", address: null));

    private async Task Refuses(IReadOnlyList<string> arguments, int exitCode, string expected)
    {
        var run = await _tailor.RunAsync(arguments);

        Assert.Equal((exitCode, string.Empty, $"error: {expected}"), (run.ExitCode, run.Output, run.Error.TrimEnd()));
    }
}
