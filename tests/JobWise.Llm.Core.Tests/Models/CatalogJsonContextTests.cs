using System.Text.Json;

namespace JobWise.Llm.Tests;

public sealed class CatalogJsonContextTests
{
    [Fact]
    public void Deserialize_unknown_property_of_a_model_fails()
    {
        const string json = """{"dataDate":"2026-11-24","sources":{},"defaults":{},"models":[{"provider":"groq","id":"a","contextWindw":1}]}""";

        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CatalogJsonContext.Default.ModelDocument));

        Assert.Contains("contextWindw", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_unknown_property_of_a_price_fails()
    {
        const string json = """{"dataDate":"2026-11-24","sources":{},"standardServiceTiers":{},"prices":[{"provider":"groq","model":"a","inptu":1}]}""";

        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CatalogJsonContext.Default.PriceDocument));

        Assert.Contains("inptu", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_missing_data_date_fails()
    {
        const string json = """{"sources":{},"defaults":{},"models":[]}""";

        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CatalogJsonContext.Default.ModelDocument));

        Assert.Contains("dataDate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_day_that_does_not_exist_fails()
    {
        const string json = """{"dataDate":"2026-11-31","sources":{},"defaults":{},"models":[]}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CatalogJsonContext.Default.ModelDocument));
    }
}
