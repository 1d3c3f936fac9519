using System.Globalization;
using JobWise.Llm.LiveTests.Models;

namespace JobWise.Llm.LiveTests;

/// <summary>Holds what docs/testing.md says a run costs at most against the price book. Needs no key.</summary>
public sealed class RunCostTests
{
    private static readonly LLMPriceBook Prices = new();

    [Theory]
    [InlineData("groq")]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public void Documented_cost_of_a_run_is_the_most_it_can_be(string provider)
    {
        var most = Math.Ceiling(100 * ChatModels.On(provider, Prices.DataDate).Sum(model => MostUsd(provider, model.Id))) / 100;

        Assert.Contains($"| {provider} | {most.ToString("0.00", CultureInfo.InvariantCulture)} USD |", DocsPage(), StringComparison.Ordinal);
    }

    private static decimal MostUsd(string provider, string model)
    {
        var cost = Prices.Estimate(provider, model, RunLimits.PromptTokens, RunLimits.MaxTokens, Prices.DataDate);
        Assert.True(cost.Usd is not null, $"{model}: {cost.UnknownBecause}");
        return cost.Usd.Value * RunLimits.CallsPerModel * RunLimits.MostSends;
    }

    private static string DocsPage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JobWise.Llm.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "testing.md"));
    }
}
