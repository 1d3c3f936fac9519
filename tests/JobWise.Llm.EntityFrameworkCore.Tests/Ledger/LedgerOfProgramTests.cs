using JobWise.Llm.EntityFrameworkCore.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.EntityFrameworkCore.Tests.Ledger;

/// <summary>A whole program: pipeline, a scripted model and the ledger in a file.</summary>
public sealed class LedgerOfProgramTests
{
    [Fact]
    public async Task Calls_of_a_program_add_up_in_its_reports()
    {
        using var file = new TestFile();
        await using var services = Program(file);
        await services.MigrateLlmStoreAsync();
        var service = services.GetRequiredService<ILLMService>();
        var request = LLMRequest.FromPrompt("Say hello.") with { UserId = "ada" };

        var first = await service.GenerateAsync(request);
        var second = await service.GenerateStreamAsync(request).ToResponseAsync();

        var usage = await services.GetRequiredService<ILLMUsageReports>().GetUserUsageAsync("ada");
        Assert.Equal((long)(first.Usage!.TotalTokens + second.Usage!.TotalTokens)!, usage.TotalTokens);
        Assert.Equal(2, usage.UnknownCosts);
    }

    [Fact]
    public async Task Call_under_way_when_the_program_ends_is_unknown_after_its_restart()
    {
        using var file = new TestFile();
        using var source = new CancellationTokenSource();
        await using (var first = Program(file, mock => mock.AnswerByDefault(MockAnswer.FromText("Too late.") with { Latency = TimeSpan.FromHours(1) })))
        {
            await first.MigrateLlmStoreAsync();
            var answer = first.GetRequiredService<ILLMService>().GenerateAsync(LLMRequest.FromPrompt("Say hello."), source.Token);
            await WaitForRowAsync(first);
            Assert.False(answer.IsCompleted);
        }

        await using var second = Program(file);
        await second.MigrateLlmStoreAsync();
        var upkeep = second.GetRequiredService<ILLMLedgerUpkeep>();
        await upkeep.RecoverAsync();
        Assert.Equal("mock", Assert.Single(await upkeep.GetUnknownAsync()).Instance);
        await source.CancelAsync();
    }

    private static async Task WaitForRowAsync(ServiceProvider services)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        while ((await services.GetRequiredService<ILLMUsageReports>().GetReportAsync(new LLMUsageQuery { From = today.AddDays(-1), To = today })).Total.Open == 0)
        {
            await Task.Yield();
        }
    }

    private static ServiceProvider Program(TestFile file, Action<MockLLMOptions>? script = null)
    {
        var services = new ServiceCollection();
        services.AddJobWiseLlm().AddMock(configure: script).AddSqliteStore(file.ConnectionString, options => options.SpoolPath = file.Spool);
        return services.BuildServiceProvider();
    }
}
