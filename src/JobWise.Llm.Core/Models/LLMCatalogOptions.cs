namespace JobWise.Llm;

/// <summary>
/// What replaces or extends the shipped model catalogue and price book. The pipeline binds the section <c>JobWise:Llm:Catalog</c>.
/// </summary>
public sealed class LLMCatalogOptions
{
    /// <summary>Models by provider and id: known ones are changed in the properties that are set, others are added.</summary>
    public List<LLMModelEntry> Models { get; } = [];

    /// <summary>Prices by provider, model and day: known ones are changed in the properties that are set, others are added.</summary>
    public List<LLMPriceEntry> Prices { get; } = [];

    /// <summary>Price files of other projects, laid over the shipped prices in this order, and under <see cref="Prices"/>.</summary>
    public List<LLMPriceFile> PriceFiles { get; } = [];

    /// <summary>Default models by vendor, without regard to case; what is not set keeps the shipped default.</summary>
    public Dictionary<string, LLMDefaultModels> Defaults { get; } = new(StringComparer.OrdinalIgnoreCase);
}
