using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>Checks the entries that users add, each with the key to correct.</summary>
internal sealed class LLMCatalogOptionsValidator : IValidateOptions<LLMCatalogOptions>
{
    private const string Section = "JobWise:Llm:Catalog";

    public ValidateOptionsResult Validate(string? name, LLMCatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = options.Models.SelectMany((entry, index) => ModelEntryRules.Check($"{Section}:Models:{index}", entry))
            .Concat(options.Prices.SelectMany((entry, index) => PriceEntryRules.Check($"{Section}:Prices:{index}", entry)))
            .Concat(CheckComplete(options))
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // The known prices are only read when an entry leaves something out that they might have.
    private static IEnumerable<string> CheckComplete(LLMCatalogOptions options)
    {
        var gaps = options.Prices.Select((entry, index) => (Entry: entry, Index: index))
            .Where(item => PriceEntryRules.HasKey(item.Entry) && (item.Entry.Input is null || item.Entry.Output is null))
            .ToList();
        if (gaps.Count == 0 || PriceIndex.BeforeOverrides(options) is not { } known)
            return [];
        return gaps.Where(gap => !known.Knows(gap.Entry)).Select(gap =>
            $"{Section}:Prices:{gap.Index} ({gap.Entry.Provider}/{gap.Entry.Model}) adds a price without {PriceEntryRules.Missing(gap.Entry)}: " +
            "give it in US dollars per million tokens, or correct the provider, model or day if it was to change a shipped price.");
    }
}
