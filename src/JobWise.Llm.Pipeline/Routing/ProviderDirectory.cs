using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline;

/// <summary>The provider instances as the pipeline sees them: each by name, made when it is first asked for.</summary>
internal sealed class ProviderDirectory(IServiceProvider services, IEnumerable<LLMProviderRegistration> registrations)
{
    private readonly ConcurrentDictionary<string, ILLMService> _found = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names { get; } = [.. registrations.Select(registration => registration.Name)];

    public bool Has(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="LLMProviderNotRegisteredException">No instance has this name.</exception>
    public ILLMService Get(string name) => _found.TryGetValue(name, out var service) ? service : Find(name);

    public string ExplainMissing(string name) => new LLMProviderNotRegisteredException(name, Names).Message;

    private ILLMService Find(string name) => Has(name)
        ? _found.GetOrAdd(name, services.GetRequiredService<ILLMServiceFactory>().Create(name))
        : throw new LLMProviderNotRegisteredException(name, Names);
}
