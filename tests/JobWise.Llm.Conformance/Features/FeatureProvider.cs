namespace JobWise.Llm.Conformance.Features;

/// <summary>One column of the feature table.</summary>
internal sealed record FeatureProvider
{
    /// <summary>As in the table.</summary>
    public required string Name { get; init; }

    /// <summary>The richest answer that the vendor's documents describe.</summary>
    public required VendorAnswer Answer { get; init; }

    /// <summary>The provider with its default model, over this client.</summary>
    public required Func<HttpClient, ILLMService> Create { get; init; }
}
