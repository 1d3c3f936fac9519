using Microsoft.Extensions.Options;
using static System.FormattableString;

namespace JobWise.Llm;

/// <summary>
/// What models cost, by day, from data that is embedded in the assembly and can be changed through <see cref="LLMCatalogOptions"/>.
/// Read once, on first use. A cost is exact and in US dollars, or unknown with the reason; it is never 0 because something is not known.
/// </summary>
public sealed class LLMPriceBook
{
    private readonly Lazy<PriceIndex> _index;
    private readonly LLMModelCatalog _catalog;

    /// <summary>The shipped data as it is.</summary>
    public LLMPriceBook()
        : this(Options.Create(new LLMCatalogOptions()), new LLMModelCatalog())
    {
    }

    /// <summary>The shipped data with changes.</summary>
    /// <param name="options">Read on first use, not here.</param>
    /// <param name="catalog">Resolves other names of a model.</param>
    public LLMPriceBook(IOptions<LLMCatalogOptions> options, LLMModelCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
        _index = new(() => new PriceIndex(
            CatalogResource.Read(CatalogResource.Prices, CatalogJsonContext.Default.PriceDocument), options.Value));
    }

    /// <summary>The day on which the shipped data was true.</summary>
    public DateOnly DataDate => _index.Value.DataDate;

    /// <summary>Every price of every day.</summary>
    public IReadOnlyList<LLMPrice> All => _index.Value.All;

    /// <summary>What was read from the price files of <see cref="LLMCatalogOptions.PriceFiles"/>, in their order, and what was not.</summary>
    public IReadOnlyList<LLMPriceImport> Imports => _index.Value.Imports;

    /// <summary>The price that holds on a day.</summary>
    /// <param name="provider">The vendor, without regard to case.</param>
    /// <param name="model">The model's id, another name for it, or a dated id.</param>
    /// <param name="day">In UTC.</param>
    /// <returns>Null when the model is not in the book or its first price is later.</returns>
    public LLMPrice? Find(string provider, string model, DateOnly day)
    {
        var history = History(provider, model);
        for (var i = 0; i < history.Count; i++)
        {
            if (history[i].ValidFrom is not { } from || from <= day)
                return history[i];
        }

        return null;
    }

    /// <summary>What a call cost.</summary>
    /// <param name="call">The tokens and all that the price depends on.</param>
    public LLMCost Price(in LLMPricedCall call)
    {
        if (call.Usage is not { } usage)
            return LLMCost.Unknown($"The answer of '{call.Model}' ({call.Provider}) gave no usage.");
        if (Find(call.Provider, call.Model, call.Day) is not { } price)
            return LLMCost.Unknown(NoPrice(call));
        var isStandardTier = string.IsNullOrEmpty(call.ServiceTier) || _index.Value.IsStandardTier(call.Provider, call.ServiceTier);
        return CallPricer.Price(price, call, usage, isStandardTier);
    }

    /// <summary>What a call would cost if it used all its output tokens and nothing were cached.</summary>
    /// <param name="provider">The vendor.</param>
    /// <param name="model">The model.</param>
    /// <param name="promptTokens">Estimated input tokens.</param>
    /// <param name="completionTokens">The most output tokens.</param>
    /// <param name="day">In UTC.</param>
    public LLMCost Estimate(string provider, string model, int promptTokens, int completionTokens, DateOnly day) => Price(new LLMPricedCall
    {
        Provider = provider,
        Model = model,
        Day = day,
        Usage = new LLMUsage { PromptTokens = promptTokens, CompletionTokens = completionTokens, IsEstimated = true },
    });

    private IReadOnlyList<LLMPrice> History(string provider, string model)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(model);
        var history = _index.Value.History(provider, model);
        if (history.Count == 0 && (_catalog.Find(provider, model)?.Id ?? SnapshotId.WithoutDate(model)) is { } other)
        {
            history = _index.Value.History(provider, other);
        }

        return history;
    }

    private string NoPrice(in LLMPricedCall call)
    {
        var history = History(call.Provider, call.Model);
        return history.Count == 0
            ? $"The price book has no price for '{call.Model}' ({call.Provider}); add one under JobWise:Llm:Catalog:Prices."
            : Invariant($"The price book has no price for '{call.Model}' ({call.Provider}) on {call.Day:yyyy-MM-dd}; ")
              + Invariant($"its first is valid from {history[^1].ValidFrom:yyyy-MM-dd}; add one under JobWise:Llm:Catalog:Prices.");
    }
}
