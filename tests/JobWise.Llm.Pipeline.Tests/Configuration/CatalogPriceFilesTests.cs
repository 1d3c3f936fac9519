using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline.Tests;

public class CatalogPriceFilesTests
{
    [Fact]
    public async Task PriceFiles_of_the_configuration_are_laid_over_the_shipped_prices()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, """{ "mistral/m": { "litellm_provider": "mistral", "input_cost_per_token": 2e-06, "output_cost_per_token": 6e-06 } }""");
        try
        {
            await using var pipeline = PipelineUnderTest.Create(settings: new()
            {
                ["JobWise:Llm:Catalog:PriceFiles:0:Format"] = "LiteLLM",
                ["JobWise:Llm:Catalog:PriceFiles:0:Path"] = path,
                ["JobWise:Llm:Catalog:PriceFiles:0:AsOf"] = "2026-11-24",
                ["JobWise:Llm:Catalog:PriceFiles:0:Vendors:mistral"] = "mistral_ai",
            });

            var price = pipeline.Services.GetRequiredService<LLMPriceBook>().Find("mistral_ai", "m", new DateOnly(2026, 11, 24));

            Assert.Equal((2m, 6m), (price?.Rates.Input, price?.Rates.Output));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
