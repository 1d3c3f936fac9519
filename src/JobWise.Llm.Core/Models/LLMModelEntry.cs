namespace JobWise.Llm;

/// <summary>
/// One model of the catalogue as data. The shipped file and <see cref="LLMCatalogOptions.Models"/> have this shape. In the options, a property
/// that is not set keeps what the shipped data says.
/// </summary>
public sealed class LLMModelEntry
{
    /// <summary>The vendor, such as <c>groq</c>, without regard to case. Required.</summary>
    public string? Provider { get; set; }

    /// <summary>The id that requests name, with regard to case. Required.</summary>
    public string? Id { get; set; }

    /// <summary>Other ids for the same model, found by <see cref="LLMModelCatalog.Find"/>.</summary>
    public List<string>? Aliases { get; set; }

    /// <summary>The most tokens of prompt and answer together.</summary>
    public int? ContextWindow { get; set; }

    /// <summary>The most tokens of one answer.</summary>
    public int? MaxOutputTokens { get; set; }

    /// <summary>The published generation speed.</summary>
    public int? TokensPerSecond { get; set; }

    /// <summary>What the model can do, as <see cref="LLMModelCapability"/> spells it. Replaces the shipped list as a whole.</summary>
    public List<string>? Capabilities { get; set; }

    /// <summary>True for a model that ended on a day no source gives; false for one that your account still reaches.</summary>
    public bool? Retired { get; set; }

    /// <summary>The first day on which calls fail, past or announced. Implies <see cref="Retired"/>.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <summary>The model that the vendor names in its place.</summary>
    public string? Replacement { get; set; }

    /// <summary>For whom it ended, when not for everyone.</summary>
    public string? RetirementNote { get; set; }

    /// <summary>Who says that it ended. In the shipped file, a key of its list of sources.</summary>
    public string? RetirementSource { get; set; }

    /// <summary>Where the figures come from. In the shipped file, a key of its list of sources.</summary>
    public string? Source { get; set; }
}
