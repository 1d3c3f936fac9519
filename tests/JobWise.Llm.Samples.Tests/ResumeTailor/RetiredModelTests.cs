using JobWise.Llm.Samples.CommandLine;
using JobWise.Llm.Samples.Tests.Harness;

namespace JobWise.Llm.Samples.Tests.ResumeTailor;

/// <summary>A model that has ended is told before it is asked, and asked all the same.</summary>
public sealed class RetiredModelTests : IDisposable
{
    private const string Notice = "The model 'mixtral-8x7b-32768' of groq was retired on 20 March 2025; no replacement is known, ";
    private readonly TailorHarness _tailor = new();

    public RetiredModelTests() => _tailor.Configuration["GROQ_API_KEY"] = "gsk-secret";

    public void Dispose() => _tailor.Dispose();

    [Fact]
    public async Task Run_with_a_retired_model_warns_for_each_stage_and_goes_on()
    {
        await using var server = ExtractiveServer.Start();

        var run = await _tailor.RunAsync("--provider", "groq", "--base-url", $"{server.Address}v1", "--model", "mixtral-8x7b-32768");

        Assert.Equal((ExitCode.Done, 2), (run.ExitCode, run.ErrorLines.Count));
        Assert.StartsWith($"warning: stage 1: {Notice}", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith($"warning: stage 2: {Notice}", run.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_with_a_retired_configured_model_warns_for_its_stage()
    {
        await using var server = ExtractiveServer.Start();
        _tailor.Configuration["LLM_STAGE2_MODEL"] = "mixtral-8x7b-32768";

        var run = await _tailor.RunAsync("--provider", "groq", "--base-url", $"{server.Address}v1");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith($"warning: stage 2: {Notice}", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
