using JobWise.Llm.Samples.Tests.Harness;

namespace JobWise.Llm.Samples.Tests.QuickStart;

public sealed class QuickStartTests
{
    [Fact]
    public async Task Program_without_a_key_prints_text_tokens_and_cost()
    {
        var run = await ChildProgram.RunAsync("QuickStart", AppContext.BaseDirectory, []);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("Code waits for the build,", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"mock mock-model: \d+ tokens in, \d+ out", run.Output);
        Assert.Contains("Cost unknown: ", run.Output, StringComparison.Ordinal);
    }
}
