using System.Diagnostics.CodeAnalysis;
using JobWise.Llm.Pipeline;
using JobWise.Llm.Reload;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm;

/// <summary>The entry point: registers <see cref="ILLMService"/> as a pipeline in front of the providers that the builder gets.</summary>
public static class JobWiseLlmServiceCollectionExtensions
{
    /// <summary>
    /// Registers the pipeline. Its options start from the section <c>JobWise:Llm</c> when an <c>IConfiguration</c> is registered, as by
    /// every host; <paramref name="configure"/> wins over the section. Safe to call twice.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Settings in code.</param>
    /// <returns>The builder that every <c>AddX()</c> extends; at least one provider must be added.</returns>
    public static ILLMBuilder AddJobWiseLlm(this IServiceCollection services, Action<LLMPipelineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PipelineConfiguration>();
        services.TryAddSingleton<ProviderDirectory>();
        services.TryAddSingleton<CurrentSettings>();
        services.TryAddSingleton<Slots>();
        services.TryAddSingleton<RateLimitPresets>();
        services.TryAddSingleton<PipelineMeter>();
        services.TryAddSingleton<CallInstruments>();
        services.TryAddSingleton<RateLimiters>();
        services.TryAddSingleton<TokenEstimates>();
        services.TryAddSingleton<ResponseStores>();
        services.TryAddSingleton(MakeDistributedStore);
        services.TryAddSingleton<IBudgetStore, MemoryBudgetStore>();
        services.TryAddSingleton<ILLMBudgets, Budgets>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<LLMCatalogOptions>, CatalogConfiguration>());
#pragma warning disable RS0030 // The one place that brings chance in; everything else takes it through the constructor.
        services.TryAddSingleton(new Jitter(Random.Shared.NextDouble));
        services.TryAddSingleton(_ => new CallIds((ulong)Random.Shared.NextInt64()));
#pragma warning restore RS0030
        services.TryAddSingleton(Build);
        services.TryAddSingleton(static provider => provider.GetRequiredService<LLMPipeline>().Service);
        services.TryAddSingleton<ILLMLanes>(static provider => provider.GetRequiredService<LLMPipeline>().Lanes);
        services.TryAddSingleton<ILLMCostEstimator>(MakeEstimator);
        return new LLMBuilder(services).AddModelCatalog();
    }

    /// <summary>Registers the pipeline over a configuration of your own, which the provider packages then see too unless a host has brought one.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">The root, not the section <c>JobWise:Llm</c> itself.</param>
    /// <param name="configure">Settings in code; they win.</param>
    /// <returns>The builder that every <c>AddX()</c> extends; at least one provider must be added.</returns>
    public static ILLMBuilder AddJobWiseLlm(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<LLMPipelineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration is IConfigurationSection { Path: PipelineSection.Path })
        {
            throw new ArgumentException(
                $"The section {PipelineSection.Path} itself was given. Give the root configuration, from which the section is read.", nameof(configuration));
        }

        services.Replace(ServiceDescriptor.Singleton(new GivenConfiguration(configuration)));
        services.TryAddSingleton(configuration);
        return services.AddJobWiseLlm(configure);
    }

    private static void AddOptions(IServiceCollection services, Action<LLMPipelineOptions>? configure)
    {
        services.AddOptions<LLMPipelineOptions>().ValidateOnStart();
        services.AddOptions<LLMWorkflowOptions>().ValidateOnStart();
        services.TryAddSingleton<IOptionsFactory<LLMPipelineOptions>, PipelineOptionsFactory>();
        services.TryAddSingleton<IOptionsFactory<LLMWorkflowOptions>, WorkflowOptionsFactory>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMPipelineOptions>, PipelineOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMWorkflowOptions>, WorkflowOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMPipelineOptions>, CacheOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMPipelineOptions>, BudgetOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LLMPipelineOptions>, RetiredModelWatch>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IOptionsChangeTokenSource<LLMPipelineOptions>, ReloadGuard<LLMPipelineOptions>>(FollowConfiguration<LLMPipelineOptions>));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IOptionsChangeTokenSource<LLMWorkflowOptions>, ReloadGuard<LLMWorkflowOptions>>(FollowConfiguration<LLMWorkflowOptions>));
        if (configure is not null)
        {
            services.Configure(configure);
        }
    }

    private static ReloadGuard<TOptions> FollowConfiguration<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider services)
        where TOptions : class =>
        new(Options.DefaultName, services.GetRequiredService<PipelineConfiguration>().GetReloadToken, services, Log.Category);

    private static LLMPipeline Build(IServiceProvider services)
    {
        var logger = (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);
        return new LLMPipeline(new PipelineParts
        {
            Providers = services.GetRequiredService<ProviderDirectory>(),
            Settings = services.GetRequiredService<CurrentSettings>(),
            Slots = services.GetRequiredService<Slots>(),
            ResponseStores = services.GetRequiredService<ResponseStores>(),
            Budgets = MakeBudgetDesk(services, logger),
            Usage = MakeUsageRecorder(services, logger),
            PriceBook = services.GetRequiredService<LLMPriceBook>(),
            RateLimiters = services.GetRequiredService<RateLimiters>(),
            TokenEstimates = services.GetRequiredService<TokenEstimates>(),
            CacheRecord = MakeCacheRecord(services, logger),
            Watchers = [.. services.GetServices<ICallWatcher>()],
            Instruments = services.GetRequiredService<CallInstruments>(),
            TimeProvider = services.GetRequiredService<TimeProvider>(),
            CallIds = services.GetRequiredService<CallIds>(),
            Jitter = services.GetRequiredService<Jitter>(),
            Logger = logger,
        });
    }

    private static UsageRecorder? MakeUsageRecorder(IServiceProvider services, ILogger logger) =>
        services.GetService<ILLMUsageLedger>() is not { } ledger ? null : new UsageRecorder(
            ledger,
            services.GetRequiredService<LLMPriceBook>(),
            services.GetRequiredService<CurrentSettings>(),
            services.GetRequiredService<CallIds>(),
            services.GetRequiredService<TimeProvider>(),
            logger);

    private static CacheRecord MakeCacheRecord(IServiceProvider services, ILogger logger) => new(
        services.GetRequiredService<PipelineMeter>(), services.GetRequiredService<LLMPriceBook>(), services.GetRequiredService<TimeProvider>(), logger);

    private static CostEstimator MakeEstimator(IServiceProvider services)
    {
        var pipeline = services.GetRequiredService<LLMPipeline>();
        return new CostEstimator(
            pipeline.Planner, pipeline.Parts.Providers, pipeline.Parts.Settings, pipeline.Parts.TokenEstimates, pipeline.Parts.PriceBook, pipeline.Parts.TimeProvider);
    }

    /// <summary>The container's own, so that it ends before the cache that it writes to.</summary>
    private static DistributedResponseStore MakeDistributedStore(IServiceProvider services) => new(
        services.GetRequiredService<IDistributedCache>(),
        services.GetRequiredService<CurrentSettings>(),
        services.GetRequiredService<TimeProvider>(),
        (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(Log.Category));

    private static BudgetDesk MakeBudgetDesk(IServiceProvider services, ILogger logger)
    {
        var store = services.GetRequiredService<IBudgetStore>();
        return new BudgetDesk(
            store,
            services.GetRequiredService<ProviderDirectory>(),
            services.GetRequiredService<CurrentSettings>(),
            services.GetRequiredService<LLMPriceBook>(),
            new BudgetAlarm(store, services.GetServices<ILLMBudgetListener>(), logger),
            services.GetRequiredService<TimeProvider>(),
            logger);
    }
}
