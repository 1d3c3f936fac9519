namespace JobWise.Llm;

/// <summary>A provider was named that nobody registered. The message lists what is registered and the call that adds the missing one.</summary>
public sealed class LLMProviderNotRegisteredException : LLMServiceException
{
    /// <summary>Explains the missing name.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="registered">The names that exist.</param>
    public LLMProviderNotRegisteredException(string name, IReadOnlyList<string> registered)
        : base(KnownProviders.ExplainMissing(name, registered), new LLMErrorDetails { Provider = name })
    {
    }
}
