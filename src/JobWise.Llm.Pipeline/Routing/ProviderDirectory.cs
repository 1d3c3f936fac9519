using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace JobWise.Llm.Pipeline;

/// <summary>The provider instances as the pipeline sees them: each by name, made when it is first asked for.</summary>
internal sealed class ProviderDirectory(IServiceProvider services, IEnumerable<LLMProviderRegistration> registrations)
{
    private readonly ConcurrentDictionary<string, ILLMService> _found = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names { get; } = [.. registrations.Select(registration => registration.Name)];

    public bool Has(string name) => FindName(name) is not null;

    /// <summary>The name as it was registered, for one that may be spelt in another case; null when there is none.</summary>
    public string? FindName(string name)
    {
        foreach (var known in Names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return null;
    }

    /// <exception cref="LLMProviderNotRegisteredException">No instance has this name.</exception>
    public ILLMService Get(string name) => _found.TryGetValue(name, out var service) ? service : Find(name);

    public string ExplainMissing(string name) => new LLMProviderNotRegisteredException(name, Names).Message;

    private ILLMService Find(string name) => Has(name)
        ? _found.GetOrAdd(name, services.GetRequiredService<ILLMServiceFactory>().Create(name))
        : throw new LLMProviderNotRegisteredException(name, Names);
}
