using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>
/// The models that this version knows, from data that is embedded in the assembly and can be changed through <see cref="LLMCatalogOptions"/>.
/// Read once, on first use. A vendor is named as in <see cref="LLMServiceMetadata.ProviderName"/>, without regard to case.
/// </summary>
public sealed class LLMModelCatalog
{
    private readonly Lazy<ModelIndex> _index;

    /// <summary>The shipped data as it is.</summary>
    public LLMModelCatalog()
        : this(Options.Create(new LLMCatalogOptions()))
    {
    }

    /// <summary>The shipped data with changes.</summary>
    /// <param name="options">Read on first use, not here.</param>
    public LLMModelCatalog(IOptions<LLMCatalogOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _index = new(() => new ModelIndex(
            CatalogResource.Read(CatalogResource.Models, CatalogJsonContext.Default.ModelDocument), options.Value));
    }

    /// <summary>The day on which the shipped data was true.</summary>
    public DateOnly DataDate => _index.Value.DataDate;

    /// <summary>Every model, the retired ones included.</summary>
    public IReadOnlyList<LLMModel> All => _index.Value.All;

    /// <summary>Every model of a vendor, the retired ones included; empty for a vendor that is not known.</summary>
    /// <param name="provider">The vendor.</param>
    public IReadOnlyList<LLMModel> ModelsOf(string provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return [.. All.Where(model => string.Equals(model.Provider, provider, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Finds a model by its id, by another name for it, or by a dated id such as <c>gpt-4.1-mini-2025-04-14</c>.</summary>
    /// <param name="provider">The vendor.</param>
    /// <param name="id">As requests or answers name it, with regard to case.</param>
    /// <returns>The model under its main id, or null when it is not known.</returns>
    public LLMModel? Find(string provider, string id)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(id);
        return _index.Value.Find(provider, id);
    }

    /// <summary>The model of a vendor for work that needs quality; null for a vendor without a default.</summary>
    /// <param name="provider">The vendor.</param>
    public string? DefaultModel(string provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return _index.Value.Defaults(provider)?.Model;
    }

    /// <summary>The model of a vendor for work that needs speed or a low price; null for a vendor without one.</summary>
    /// <param name="provider">The vendor.</param>
    public string? SmallModel(string provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return _index.Value.Defaults(provider)?.Small;
    }

    /// <summary>
    /// Says that a model has ended, or that its end is announced, and what to use instead: the vendor's replacement that still works on that day,
    /// else the default of this catalogue. Whether it can be called is <see cref="LLMModel.IsRetiredOn"/>.
    /// </summary>
    /// <param name="provider">The vendor.</param>
    /// <param name="id">The model.</param>
    /// <param name="day">Today, in UTC.</param>
    /// <returns>One sentence for people, or null for a model that is not known or has no end.</returns>
    public string? ExplainRetirement(string provider, string id, DateOnly day)
    {
        var model = Find(provider, id);
        return model?.Retirement is { } end
            ? RetirementNotice.Write(model.Provider, id, end, day, Cure(model, day))
            : null;
    }

    private string Cure(LLMModel model, DateOnly day)
    {
        if (LivingReplacement(model, day) is { } replacement)
            return $"use '{replacement}'";
        return DefaultModel(model.Provider) is { } fallback
            ? $"no replacement is known, the default of {model.Provider} is '{fallback}'"
            : "no replacement is known, choose another model";
    }

    // A replacement may itself have ended, so the chain is followed; the list of visited ids ends a circle made by overrides.
    private string? LivingReplacement(LLMModel model, DateOnly day)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (model.Retirement?.Replacement is { } next && visited.Add(next))
        {
            if (Find(model.Provider, next) is not { } found || !found.IsRetiredOn(day))
                return next;
            model = found;
        }

        return null;
    }
}
