using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace JobWise.Llm.Tests;

public sealed class LLMPriceFileBuilderExtensionsTests
{
    private const string Vendor = "groq";
    private const string Model = "openai/gpt-oss-120b";

    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly ServiceCollection _services = new();

    [Fact]
    public void AddLiteLLMPrices_wins_over_the_shipped_price_from_its_day_on()
    {
        var book = CreateBook(builder => builder.AddLiteLLMPrices(LiteLLM(1, 2), Day));

        Assert.Equal(0.15m, book.Find(Vendor, Model, Day.AddDays(-1))!.Rates.Input);
        var price = book.Find(Vendor, Model, Day)!;
        Assert.Equal((1m, 2m, null), (price.Rates.Input, price.Rates.Output, price.Rates.CachedInput));
    }

    [Fact]
    public void AddLiteLLMPrices_keeps_what_a_batch_costs_of_the_price_where_the_file_is_silent()
    {
        var price = CreateBook(builder => builder.AddLiteLLMPrices(LiteLLM(1, 2), Day)).Find(Vendor, Model, Day)!;

        Assert.Equal((0.5m, false), (price.BatchFactor, price.CacheStacksWithBatch));
    }

    [Fact]
    public void AddGenAIPrices_later_file_wins_and_configuration_and_code_win_over_both()
    {
        _services.Configure<LLMCatalogOptions>(options => options.Prices.Add(new() { Provider = Vendor, Model = Model, ValidFrom = Day, Output = 7 }));
        var book = CreateBook(builder => builder
            .AddModelCatalog(options => options.Prices.Add(new() { Provider = Vendor, Model = Model, ValidFrom = Day, CachedInput = 8 }))
            .AddLiteLLMPrices(LiteLLM(1, 2), Day)
            .AddGenAIPrices(GenAI(3, 4), Day));

        var rates = book.Find(Vendor, Model, Day)!.Rates;

        Assert.Equal((3m, 7m, 8m), (rates.Input, rates.Output, rates.CachedInput));
    }

    [Fact]
    public void AddLiteLLMPrices_from_a_file_is_read_once_and_told_in_the_book()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, Encoding.UTF8.GetString(((MemoryStream)LiteLLM(1, 2)).ToArray()));
        try
        {
            CreateBuilder().AddLiteLLMPrices(path, Day);
            using var provider = _services.BuildServiceProvider();
            provider.GetRequiredService<IStartupValidator>().Validate();
            File.Delete(path);

            var import = Assert.Single(provider.GetRequiredService<LLMPriceBook>().Imports);

            Assert.Equal(Model, Assert.Single(import.Prices).Model);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(null, true, "Path is empty: name the price file.")]
    [InlineData("/no/such/file.json", false, "AsOf is not set for '/no/such/file.json': give the day on which the file was downloaded, such as 2026-11-24.")]
    [InlineData("/no/such/file.json", true, "The price file '/no/such/file.json' cannot be opened (DirectoryNotFoundException): correct the path or its rights.")]
    public void PriceFiles_wrong_one_stops_the_start(string? path, bool isDated, string expected)
    {
        CreateBuilder().AddModelCatalog(options => options.PriceFiles.Add(new LLMPriceFile { Path = path, AsOf = isDated ? Day : null }));
        using var provider = _services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal($"JobWise:Llm:Catalog:PriceFiles:0: {expected}", error.Message);
    }

    [Fact]
    public void Find_dated_id_of_an_imported_model_has_the_price_of_the_undated_one()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""{ "new": { "litellm_provider": "acme", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06 } }"""));
        var book = CreateBook(builder => builder.AddLiteLLMPrices(stream, Day));

        Assert.Equal("new", book.Find("acme", "new-2026-11-19", Day)?.Model);
    }

    private static MemoryStream LiteLLM(int input, int output) => new(Encoding.UTF8.GetBytes(
        $$"""{ "{{Vendor}}/{{Model}}": { "litellm_provider": "{{Vendor}}", "input_cost_per_token": {{input}}e-06, "output_cost_per_token": {{output}}e-06 } }"""));

    private static MemoryStream GenAI(int input, int output) => new(Encoding.UTF8.GetBytes(
        $$"""[{ "id": "{{Vendor}}", "models": [{ "id": "{{Model}}", "prices": { "input_mtok": {{input}}, "output_mtok": {{output}} } }] }]"""));

    private LLMPriceBook CreateBook(Action<ILLMBuilder> build)
    {
        build(CreateBuilder());
        using var provider = _services.BuildServiceProvider();
        return provider.GetRequiredService<LLMPriceBook>();
    }

    private ILLMBuilder CreateBuilder()
    {
        var builder = Substitute.For<ILLMBuilder>();
        builder.Services.Returns(_services);
        return builder;
    }
}
