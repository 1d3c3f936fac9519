using System.Globalization;

namespace JobWise.Llm.Tests;

/// <summary><c>docs/models.md</c> says what the catalogue says.</summary>
public sealed class ModelsPageTests
{
    private readonly LLMModelCatalog _catalog = new();

    [Fact]
    public void Page_lists_the_default_models()
    {
        var expected = _catalog.All.Select(model => model.Provider).Distinct()
            .Select(vendor => $"{vendor} | {_catalog.DefaultModel(vendor)} | {_catalog.SmallModel(vendor)}");

        Assert.Equal(expected, DocsPage.Rows("models.md", "Default models"));
    }

    [Fact]
    public void Page_lists_every_retired_model()
    {
        var expected = _catalog.All.Where(model => model.Retirement is not null).Select(model =>
            $"{model.Provider} | {model.Id} | {Day(model.Retirement!)} | {model.Retirement!.Replacement ?? "none known"} | {model.Retirement.Note ?? "everyone"}");

        Assert.Equal(expected, DocsPage.Rows("models.md", "Retired models"));
    }

    private static string Day(LLMModelRetirement end) => end.RetiredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";
}
