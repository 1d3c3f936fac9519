using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>Runs over real HTTP, against a server on this machine.</summary>
public sealed class BaseUrlTests : IDisposable
{
    private readonly TailorHarness _tailor = new();

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public async Task Run_with_an_address_asks_that_server_twice()
    {
        await using var server = ExtractiveServer.Start();

        var run = await _tailor.RunAsync("--base-url", $"{server.Address}v1", "--model", "tiny");

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(["/v1/chat/completions", "/v1/chat/completions"], server.Requests.Select(request => request.Path));
        Assert.All(server.Requests, request => Assert.Contains("\"model\":\"tiny\"", request.Body, StringComparison.Ordinal));
        Assert.Contains("Provider: local (--base-url is given)", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"Total, with reading and checking +│ +│ 2,400 +│ 600 +│", run.Output);
    }

    [Fact]
    public async Task Run_with_an_address_writes_the_resume_of_the_mock()
    {
        await using var server = ExtractiveServer.Start();
        await _tailor.RunAsync("--provider", "mock");
        var ofMock = _tailor.ReadResult("resume.md");

        await _tailor.RunAsync("--base-url", $"{server.Address}v1", "--model", "tiny");

        Assert.Equal(ofMock, _tailor.ReadResult("resume.md"));
    }

    [Fact]
    public async Task Run_with_an_address_does_not_send_it_another_vendors_key()
    {
        await using var server = ExtractiveServer.Start();
        _tailor.Configuration["GROQ_API_KEY"] = "gsk-very-secret";
        _tailor.Configuration["LLM_PROVIDER"] = "groq";

        await _tailor.RunAsync("--base-url", $"{server.Address}v1", "--model", "tiny");

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task Run_with_a_key_and_an_address_uses_both()
    {
        await using var server = ExtractiveServer.Start();
        _tailor.Configuration["OPENAI_API_KEY"] = "sk-secret";

        var run = await _tailor.RunAsync("--provider", "openai", "--base-url", $"{server.Address}v1");

        Assert.Equal((ExitCode.Done, string.Empty), (run.ExitCode, run.Error));
        Assert.All(server.Requests, request => Assert.Equal("Bearer sk-secret", request.Authorization));
    }

    [Fact]
    public async Task Run_that_is_stopped_ends_at_once_and_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        await using var server = LoopbackServer.Start(request =>
        {
            stop.Cancel();
            return new LoopbackResponse { Body = ExtractiveServer.Answer(request.Body) };
        });

        var run = await _tailor.RunAsync(["--base-url", $"{server.Address}v1", "--model", "tiny"], stop.Token);

        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Equal(["error: Stopped; nothing was written."], run.ErrorLines.Select(line => line.TrimEnd()));
        Assert.False(Directory.Exists(_tailor.Out));
    }
}
