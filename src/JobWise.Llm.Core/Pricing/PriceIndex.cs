using System.Collections.ObjectModel;

namespace JobWise.Llm;

/// <summary>The shipped prices with the overrides laid over them; the latest price of a model comes first.</summary>
internal sealed class PriceIndex
{
    private readonly Dictionary<ModelKey, List<LLMPrice>> _prices = [];
    private readonly Dictionary<string, List<string>> _standardTiers;

    public PriceIndex(PriceDocument shipped, LLMCatalogOptions overrides)
    {
        DataDate = shipped.DataDate;
        _standardTiers = new(shipped.StandardServiceTiers, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in shipped.Prices)
            AddDated(entry, source => shipped.Sources[source]);
        Imports = [.. overrides.PriceFiles.Select(file => file.Load())];
        foreach (var entry in Imports.SelectMany(import => import.Prices))
            Import(entry);
        foreach (var entry in overrides.Prices)
            Override(entry);
        foreach (var history in _prices.Values)
            history.Sort((left, right) => Nullable.Compare(right.ValidFrom, left.ValidFrom));
        All = [.. _prices.Values.SelectMany(history => history)];
    }

    public DateOnly DataDate { get; }

    public IReadOnlyList<LLMPrice> All { get; }

    public IReadOnlyList<LLMPriceImport> Imports { get; }

    /// <summary>The shipped prices with the price files laid over them, but without the entries of the options; null when a file cannot be read.</summary>
    public static PriceIndex? BeforeOverrides(LLMCatalogOptions options)
    {
        var files = new LLMCatalogOptions();
        files.PriceFiles.AddRange(options.PriceFiles);
        try
        {
            return new(CatalogResource.Read(CatalogResource.Prices, CatalogJsonContext.Default.PriceDocument), files);
        }
        catch (InvalidDataException)
        {
            return null; // PriceFileWatch says so at start.
        }
    }

    public IReadOnlyList<LLMPrice> History(string provider, string model) => _prices.GetValueOrDefault(new(provider, model)) ?? [];

    public bool IsStandardTier(string provider, string tier) =>
        (_standardTiers.GetValueOrDefault(provider) ?? _standardTiers["*"]).Contains(tier, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the entry would change a price rather than add one.</summary>
    public bool Knows(LLMPriceEntry entry) => History(entry.Provider!, entry.Model!)
        .Any(price => entry.ValidFrom is null || price.ValidFrom == entry.ValidFrom);

    /// <summary>
    /// A file says all that it knows of a price, so that no other price shines through; only what a batch or a tier costs of the price stays
    /// as it was known for that day where the file is silent.
    /// </summary>
    private void Import(LLMPriceEntry entry)
    {
        var history = HistoryOf(entry);
        var before = history.Where(price => price.ValidFrom is null || price.ValidFrom <= entry.ValidFrom).MaxBy(price => price.ValidFrom ?? DateOnly.MinValue);
        var price = PriceMerge.Apply(null, entry, source => source) with
        {
            BatchFactor = entry.BatchFactor ?? before?.BatchFactor,
            CacheStacksWithBatch = entry.CacheStacksWithBatch ?? before?.CacheStacksWithBatch,
            ServiceTierFactors = entry.ServiceTierFactors ?? before?.ServiceTierFactors ?? ReadOnlyDictionary<string, decimal>.Empty,
        };
        history.RemoveAll(known => known.ValidFrom == entry.ValidFrom);
        history.Add(price);
    }

    private void Override(LLMPriceEntry entry)
    {
        var history = HistoryOf(entry);
        if (entry.ValidFrom is null && history.Count > 0)
        {
            for (var i = 0; i < history.Count; i++)
                history[i] = PriceMerge.Apply(history[i], entry, source => source);
        }
        else
        {
            AddDated(entry, source => source);
        }
    }

    private void AddDated(LLMPriceEntry entry, Func<string, string> source)
    {
        var history = HistoryOf(entry);
        var index = history.FindIndex(price => price.ValidFrom == entry.ValidFrom);
        var merged = PriceMerge.Apply(index < 0 ? null : history[index], entry, source);
        if (index < 0)
            history.Add(merged);
        else
            history[index] = merged;
    }

    private List<LLMPrice> HistoryOf(LLMPriceEntry entry)
    {
        var key = new ModelKey(entry.Provider!, entry.Model!);
        if (!_prices.TryGetValue(key, out var history))
            _prices[key] = history = [];
        return history;
    }
}
