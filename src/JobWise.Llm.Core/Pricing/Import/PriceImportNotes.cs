namespace JobWise.Llm;

/// <summary>Collects what is read from a price file.</summary>
internal sealed class PriceImportNotes(IReadOnlyDictionary<string, string> vendors)
{
    private readonly Dictionary<(ModelKey Key, DateOnly? Day), LLMPriceEntry> _prices = [];
    private readonly List<LLMPriceImportNote> _skipped = [];
    private readonly List<LLMPriceImportNote> _warnings = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    public void Skip(string model, string text) => _skipped.Add(new() { Model = model, Text = text });

    public void Warn(string model, string text) => _warnings.Add(new() { Model = model, Text = text });

    public void LeaveOut(string field) => _leftOut[field] = _leftOut.GetValueOrDefault(field) + 1;

    /// <summary>The first price of a model and day counts; a different second one is a contradiction in the file.</summary>
    public void Add(string vendor, string model, DateOnly? day, LLMPriceEntry price)
    {
        (price.Provider, price.Model, price.ValidFrom) = (Rename(vendor), model, day);
        var key = (new ModelKey(price.Provider, model), day);
        if (!_prices.TryAdd(key, price) && (_prices[key].Input, _prices[key].Output) != (price.Input, price.Output))
        {
            Warn(model, $"The file has two prices for '{model}' ({price.Provider}); the first one is used.");
        }
    }

    public LLMPriceImport ToImport() => new() { Prices = [.. _prices.Values], Skipped = _skipped, Warnings = _warnings, LeftOut = _leftOut };

    private string Rename(string vendor) => vendors.GetValueOrDefault(vendor, vendor);
}
