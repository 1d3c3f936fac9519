namespace JobWise.Llm;

/// <summary>The models to use of a vendor where nobody chose one.</summary>
public sealed class LLMDefaultModels
{
    /// <summary>For work that needs quality, such as writing.</summary>
    public string? Model { get; set; }

    /// <summary>For work that needs speed or a low price, such as analysis and classification.</summary>
    public string? Small { get; set; }
}
