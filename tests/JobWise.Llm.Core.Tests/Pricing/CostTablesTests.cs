using JobWise.Llm.TestKit;

namespace JobWise.Llm.Tests;

public sealed class CostTablesTests
{
    private static readonly string Page = Path.Combine(RepositoryRoot.Find(), "docs", "costs.md");

    [Fact]
    public void Page_holds_the_tables_as_the_price_book_makes_them()
    {
        var tables = new CostTables(new LLMPriceBook(), new LLMModelCatalog()).Write();
        var page = File.ReadAllText(Page);
        var from = page.IndexOf(CostTables.Begin, StringComparison.Ordinal) + CostTables.Begin.Length;
        var to = page.IndexOf(CostTables.End, StringComparison.Ordinal);

        if (Environment.GetEnvironmentVariable("ACCEPT_COSTS") == "1")
        {
            File.WriteAllText(Page, $"{page[..from]}\n\n{tables}\n{page[to..]}");
            return;
        }

        Assert.Equal(tables, page[from..to].Trim('\n') + "\n");
    }

    [Fact]
    public void Tables_change_with_the_book()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new LLMCatalogOptions { Prices = { new() { Provider = "groq", Model = "openai/gpt-oss-20b", Output = 0.31m } } });
        var catalog = new LLMModelCatalog();

        Assert.NotEqual(new CostTables(new LLMPriceBook(), catalog).Write(), new CostTables(new LLMPriceBook(options, catalog), catalog).Write());
    }
}
