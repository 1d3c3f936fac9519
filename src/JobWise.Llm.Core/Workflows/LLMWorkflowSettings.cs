namespace JobWise.Llm;

/// <summary>What a workflow asks for where the request says nothing.</summary>
public sealed class LLMWorkflowSettings
{
    /// <summary>The provider instance that serves the workflow; null leaves it to the configured provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The model, whatever the provider; null looks into <see cref="ModelByProvider"/>.</summary>
    public string? Model { get; set; }

    /// <summary>The model per vendor (see <see cref="LLMServiceMetadata.ProviderName"/>); a vendor that is not named uses its own default model.</summary>
    public Dictionary<string, string> ModelByProvider { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sampling temperature, 0 to 2; null takes the provider's, then the global default.</summary>
    public double? Temperature { get; set; }

    /// <summary>The most output tokens; null takes the provider's, then the global default.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>What the workflow is for, in words for people.</summary>
    public string? Description { get; set; }
}
