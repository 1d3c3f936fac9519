using Microsoft.Extensions.Configuration;

namespace JobWise.Llm.Pipeline;

/// <summary>Finds the keys of the section <c>JobWise:Llm:Catalog</c> that the binder would pass over.</summary>
internal static class CatalogKeys
{
    private static readonly string[] OfModel = [.. typeof(LLMModelEntry).GetProperties().Select(property => property.Name)];
    private static readonly string[] OfPrice = [.. typeof(LLMPriceEntry).GetProperties().Select(property => property.Name)];
    private static readonly string[] OfSize = [.. typeof(LLMPriceSizeEntry).GetProperties().Select(property => property.Name)];
    private static readonly string[] OfFile = [.. typeof(LLMPriceFile).GetProperties().Select(property => property.Name)];
    private static readonly string[] OfDefaults = [.. typeof(LLMDefaultModels).GetProperties().Select(property => property.Name)];

    public static IReadOnlyList<string> FindUnknown(IConfigurationSection section)
    {
        List<string> problems = [];
        var catalog = new SettingReader(section, problems);
        RefuseOthers(catalog.Section(nameof(LLMCatalogOptions.Models)), OfModel);
        var prices = catalog.Section(nameof(LLMCatalogOptions.Prices));
        RefuseOthers(prices, OfPrice);
        foreach (var price in prices.Keys())
        {
            RefuseOthers(prices.Section(price).Section(nameof(LLMPriceEntry.SizeTiers)), OfSize);
        }

        RefuseOthers(catalog.Section(nameof(LLMCatalogOptions.PriceFiles)), OfFile);
        RefuseOthers(catalog.Section(nameof(LLMCatalogOptions.Defaults)), OfDefaults);
        catalog.RefuseUnknownKeys();
        return problems;
    }

    private static void RefuseOthers(SettingReader entries, string[] known)
    {
        foreach (var key in entries.Keys())
        {
            var entry = entries.Section(key);
            entry.Know(known);
            entry.RefuseUnknownKeys();
        }
    }
}
