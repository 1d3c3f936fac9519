namespace JobWise.Llm;

/// <summary>Finds services by the name of their provider instance.</summary>
public interface ILLMServiceFactory
{
    /// <summary>The names of all registered instances, in the order of registration.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The service of one instance.</summary>
    /// <param name="name">As given to <c>AddX</c>, without regard to case.</param>
    /// <exception cref="LLMProviderNotRegisteredException">No instance has this name; the message lists those that exist and the call that adds it.</exception>
    ILLMService Create(string name);
}
