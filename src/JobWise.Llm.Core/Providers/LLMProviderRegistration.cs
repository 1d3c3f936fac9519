namespace JobWise.Llm;

/// <summary>Says that a provider instance of this name exists; its <see cref="ILLMService"/> is registered under the name as key.</summary>
public sealed class LLMProviderRegistration
{
    /// <summary>Names an instance.</summary>
    /// <param name="name">Compared without regard to case.</param>
    public LLMProviderRegistration(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name the instance was registered under.</summary>
    public string Name { get; }
}
