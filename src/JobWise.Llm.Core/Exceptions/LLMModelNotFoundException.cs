namespace JobWise.Llm;

/// <summary>The provider does not have the model, or not for this key, or has retired it (HTTP 404, or 400 <c>model_decommissioned</c>).</summary>
public sealed class LLMModelNotFoundException : LLMServiceException
{
    /// <inheritdoc/>
    public LLMModelNotFoundException(string message, LLMErrorDetails? details = null, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <summary>Whether the catalogue knows that the model was retired.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The model that the vendor names in its place; null when none is known.</summary>
    public string? Replacement { get; init; }
}
