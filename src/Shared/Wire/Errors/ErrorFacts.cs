namespace JobWise.Llm.Wire;

/// <summary>What is known around an error.</summary>
internal sealed class ErrorFacts
{
    public required Vendor Vendor { get; init; }

    /// <summary>The name the provider was registered under: of several accounts, the one that failed.</summary>
    public required string Instance { get; init; }

    public required LLMErrorDetails Details { get; init; }

    /// <summary>The key that was sent, so that it can be kept out of the message.</summary>
    public string? ApiKey { get; init; }

    public DateTimeOffset Now { get; init; }

    /// <summary>The catalogue's entry of the model that was asked for.</summary>
    public LLMModel? CatalogueEntry { get; init; }
}
