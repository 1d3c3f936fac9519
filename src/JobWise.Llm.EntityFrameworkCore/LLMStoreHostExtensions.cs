using Microsoft.Extensions.Hosting;

namespace JobWise.Llm;

/// <summary>Brings the tables of the store up to date.</summary>
public static class LLMStoreHostExtensions
{
    /// <summary>See <see cref="LLMStoreServiceProviderExtensions.MigrateLlmStoreAsync"/>; call it before the host runs.</summary>
    /// <param name="host">The program, such as a <c>WebApplication</c>.</param>
    /// <param name="cancellationToken">Gives up waiting; a step that has begun is finished or undone by the database.</param>
    /// <exception cref="InvalidOperationException">No store is registered.</exception>
    public static Task MigrateLlmStoreAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Services.MigrateLlmStoreAsync(cancellationToken);
    }
}
