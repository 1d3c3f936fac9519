namespace JobWise.Llm;

/// <summary>The shipped models with the overrides laid over them.</summary>
internal sealed class ModelIndex
{
    private readonly Dictionary<ModelKey, LLMModel> _models = [];
    private readonly Dictionary<ModelKey, string> _aliases = [];
    private readonly Dictionary<string, LLMDefaultModels> _defaults;

    public ModelIndex(ModelDocument shipped, LLMCatalogOptions overrides)
    {
        DataDate = shipped.DataDate;
        _defaults = new(shipped.Defaults, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in shipped.Models)
            Add(entry, source => shipped.Sources[source]);
        foreach (var entry in overrides.Models)
            Add(entry, source => source);
        foreach (var (provider, models) in overrides.Defaults)
            AddDefaults(provider, models);
        All = [.. _models.Values];
    }

    public DateOnly DataDate { get; }

    public IReadOnlyList<LLMModel> All { get; }

    public LLMModel? Find(string provider, string id) =>
        FindExact(provider, id) ?? (SnapshotId.WithoutDate(id) is { } undated ? FindExact(provider, undated) : null);

    public LLMDefaultModels? Defaults(string provider) => _defaults.GetValueOrDefault(provider);

    private LLMModel? FindExact(string provider, string id)
    {
        var canonical = _aliases.GetValueOrDefault(new(provider, id), id);
        return _models.GetValueOrDefault(new(provider, canonical));
    }

    private void Add(LLMModelEntry entry, Func<string, string> source)
    {
        var key = new ModelKey(entry.Provider!, entry.Id!);
        _models[key] = ModelMerge.Apply(_models.GetValueOrDefault(key), entry, source);
        foreach (var alias in entry.Aliases ?? [])
            _aliases[new(key.Provider, alias)] = key.Id;
    }

    private void AddDefaults(string provider, LLMDefaultModels changed)
    {
        var known = _defaults.GetValueOrDefault(provider);
        _defaults[provider] = new() { Model = changed.Model ?? known?.Model, Small = changed.Small ?? known?.Small };
    }
}
