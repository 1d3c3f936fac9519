using System.Globalization;

namespace JobWise.Llm.Tests;

/// <summary><c>docs/costs.md</c> says what the price book says. The printed column is the design document's.</summary>
public sealed class CostsPageTests
{
    private readonly LLMPriceBook _book = new();

    [Fact]
    public void Page_shows_the_design_documents_sums_beside_the_computed_ones()
    {
        var plain = DesignStage();
        var cached = DesignStage(cached: 600);
        var batch = DesignStage(isBatch: true);
        var mini = Stage("openai", "gpt-4o-mini", _book.DataDate);
        string[] expected =
        [
            $"A stage | 0.0018 | {Exact(plain)}",
            $"A resume | 0.0036 | {Exact(2 * plain)}",
            $"A stage, 600 tokens cached | 0.0013 | {Exact(cached)}",
            $"A resume, 600 tokens cached per stage | 0.0026 | {Exact(2 * cached)}",
            $"Saved by caching | 28 % | {decimal.Round(100 * (1 - (cached / plain)), 1).ToString(CultureInfo.InvariantCulture)} %",
            $"A resume by batch | 0.0018 | {Exact(2 * batch)}",
            $"1,000 resumes | 3.60 | {Cents(2_000 * plain)}",
            $"10,000 resumes | 36.00 | {Cents(20_000 * plain)}",
            $"100,000 resumes | 360.00 | {Cents(200_000 * plain)}",
            $"1,000 resumes, cached | 2.60 | {Cents(2_000 * cached)}",
            $"10,000 resumes, cached | 26.00 | {Cents(20_000 * cached)}",
            $"100,000 resumes, cached | 260.00 | {Cents(200_000 * cached)}",
            $"100,000 resumes by batch | not printed | {Cents(200_000 * batch)}",
            $"The same resume with gpt-4o-mini | 0.10 | {Exact(2 * mini)}",
        ];

        Assert.Equal(expected, DocsPage.Rows("costs.md", "What a resume costs: the design document's sums"));
    }

    [Fact]
    public void Page_shows_the_same_sums_for_the_shipped_defaults()
    {
        var catalog = new LLMModelCatalog();
        var first = Columns(catalog.SmallModel("groq")!);
        var second = Columns(catalog.DefaultModel("groq")!);
        decimal[] resume = [.. first.Zip(second, (one, two) => one + two)];
        string[] expected =
        [
            $"Stage 1 | {Row(first.Select(Exact))}",
            $"Stage 2 | {Row(second.Select(Exact))}",
            $"A resume | {Row(resume.Select(Exact))}",
            $"1,000 resumes | {Row(resume.Select(usd => Cents(1_000 * usd)))}",
            $"10,000 resumes | {Row(resume.Select(usd => Cents(10_000 * usd)))}",
            $"100,000 resumes | {Row(resume.Select(usd => Cents(100_000 * usd)))}",
        ];

        Assert.Equal(expected, DocsPage.Rows("costs.md", "What a resume costs: the shipped defaults"));
    }

    private decimal[] Columns(string model) =>
    [
        Stage("groq", model, _book.DataDate),
        Stage("groq", model, _book.DataDate, cached: 600),
        Stage("groq", model, _book.DataDate, isBatch: true),
    ];

    private decimal DesignStage(int? cached = null, bool isBatch = false) =>
        Stage("groq", "llama-3.3-70b-versatile", new DateOnly(2025, 11, 10), cached, isBatch);

    private decimal Stage(string provider, string model, DateOnly day, int? cached = null, bool isBatch = false) => _book.Price(new LLMPricedCall
    {
        Provider = provider,
        Model = model,
        Day = day,
        IsBatch = isBatch,
        Usage = new LLMUsage { PromptTokens = 1500, CompletionTokens = 1000, CachedTokens = cached },
    }).Usd!.Value;

    private static string Row(IEnumerable<string> cells) => string.Join(" | ", cells);

    private static string Exact(decimal usd) => usd.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Cents(decimal usd) => usd.ToString("0.00", CultureInfo.InvariantCulture);
}
