namespace JobWise.Llm;

/// <summary>The shape of <c>models.json</c>.</summary>
internal sealed class ModelDocument
{
    public required DateOnly DataDate { get; set; }

    public required Dictionary<string, string> Sources { get; set; }

    public required Dictionary<string, LLMDefaultModels> Defaults { get; set; }

    public required List<LLMModelEntry> Models { get; set; }
}
