using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm;

/// <summary>Resolves provider instances from the keyed services that <c>AddX</c> registers.</summary>
/// <param name="services">Where the keyed services live.</param>
/// <param name="registrations">All instances.</param>
internal sealed class LLMServiceFactory(IServiceProvider services, IEnumerable<LLMProviderRegistration> registrations) : ILLMServiceFactory
{
    public IReadOnlyList<string> Names { get; } = [.. registrations.Select(registration => registration.Name)];

    public ILLMService Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var known = Names.FirstOrDefault(candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new LLMProviderNotRegisteredException(name, Names);
        return services.GetRequiredKeyedService<ILLMService>(known);
    }
}
