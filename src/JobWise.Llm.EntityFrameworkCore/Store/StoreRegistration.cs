using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.EntityFrameworkCore;

/// <summary>What every driver package registers.</summary>
internal static class StoreRegistration
{
    /// <summary>Registers the store with a driver; the last store added is the one in force.</summary>
    public static ILLMBuilder AddStore(this ILLMBuilder builder, IStoreDriver driver, Action<LLMLedgerOptions>? configure)
    {
        var services = builder.Services;
        services.Replace(ServiceDescriptor.Singleton(driver));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StoreContexts>();
        services.AddOptions<LLMLedgerOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMLedgerOptions>, LedgerOptionsValidator>());
        services.TryAddSingleton<UsageLedger>();
        services.TryAddSingleton<ILLMUsageLedger>(static provider => provider.GetRequiredService<UsageLedger>());
        services.TryAddSingleton<ILLMLedgerUpkeep, LedgerUpkeep>();
        services.TryAddSingleton<ILLMUsageReports, UsageReports>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }
}
