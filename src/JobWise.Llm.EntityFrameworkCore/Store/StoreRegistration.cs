using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>What every driver package registers.</summary>
internal static class StoreRegistration
{
    /// <summary>Registers the store with a driver; the last store added is the one in force.</summary>
    public static ILLMBuilder AddStore(this ILLMBuilder builder, IStoreDriver driver)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(driver));
        builder.Services.TryAddSingleton<StoreContexts>();
        return builder;
    }
}
